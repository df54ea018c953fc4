import { Form, Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { Panel } from "#app/components/panel.tsx";
import { refusedField } from "#app/components/refused-field.ts";
import type { RefusedForm } from "#app/http/forms.server.ts";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { Version } from "#db/queries/board-versions.ts";
import { VERSION_NAME_LIMIT } from "#domain/board-history.ts";

export interface VersionListProps {
  readonly boardId: string;
  readonly versions: readonly Version[];
  readonly mayKeep: boolean;
  readonly refused?: RefusedForm | undefined;
}

/** What the board can be compared with and taken back to. */
export function VersionList({ boardId, versions, mayKeep, refused }: VersionListProps) {
  const { t } = useTranslation("history");
  return (
    <Panel heading={t("versions.heading")}>
      {mayKeep && <KeepForm refused={refused} />}
      {versions.length === 0 ? (
        <p className="text-muted">{t("versions.empty")}</p>
      ) : (
        <ol className="divide-y divide-line">
          {versions.map((version) => (
            <VersionLine key={version.id} boardId={boardId} version={version} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

function KeepForm({ refused }: Pick<VersionListProps, "refused">) {
  const { t } = useTranslation("history");
  return (
    <Form method="post" className="mb-4 flex items-start gap-2">
      <input type="hidden" name="intent" value="keep-version" />
      <TextField
        className="flex-1"
        label={t("keep.label")}
        maxLength={VERSION_NAME_LIMIT}
        placeholder={t("keep.placeholder")}
        {...refusedField(refused, "name")}
      />
      <Button type="submit" className="mt-6">
        {t("keep.submit")}
      </Button>
    </Form>
  );
}

/** What a version is called where people see it. */
export function versionName(
  { name, reason }: Pick<Version, "name" | "reason">,
  t: TFunction<["history", "vocabulary"]>,
) {
  if (reason === "named" && name !== null) return name;
  if (reason !== "phase") return t(`versions.reason.${reason}`);
  const phase = t(`phase.${name}` as "phase.map", { ns: "vocabulary", defaultValue: name ?? "" });
  return t("versions.reason.phase", { phase });
}

function VersionLine({ boardId, version }: { readonly boardId: string; readonly version: Version }) {
  const { t } = useTranslation(["history", "vocabulary"]);
  const { dateTime } = useFormat();
  const name = versionName(version, t);
  return (
    <li className="flex items-start justify-between gap-3 py-2">
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere">{name}</p>
        <p className="text-[13px]/5 text-muted">
          {[dateTime(version.at), version.by].filter((part) => part !== null).join(" · ")}
        </p>
      </div>
      <Link
        to={`/boards/${boardId}/history/compare?from=${version.id}`}
        aria-label={t("versions.compareNamed", { name })}
        className="link shrink-0 leading-6"
      >
        {t("versions.compare")}
      </Link>
    </li>
  );
}
