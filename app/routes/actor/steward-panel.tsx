import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/field.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { StewardRefusal } from "./actions.server.ts";
import type { ActorPage, Stewardship } from "./data.server.ts";

export interface StewardPanelProps {
  readonly actor: ActorPage["actor"];
  readonly stewardship: Stewardship;
  readonly refused: StewardRefusal | undefined;
}

/** Approve, merge and take apart. */
export function StewardPanel({ actor, stewardship, refused }: StewardPanelProps) {
  const { t } = useTranslation("actors");
  return (
    <Panel heading={t("steward.heading")} className="print:hidden">
      {refused !== undefined && (
        <p role="alert" className="mb-3 font-medium text-overlap">
          {t(`steward.refused.${refused}`)}
        </p>
      )}
      <div className="grid gap-4">
        {actor.state === "proposed" && (
          <Form method="post">
            <input type="hidden" name="intent" value="approve" />
            <Button type="submit" tone="primary">
              {t("steward.approve")}
            </Button>
          </Form>
        )}
        {actor.state !== "merged" && <MergeForms stewardship={stewardship} isNew={actor.state === "proposed"} />}
        {stewardship.merges.length > 0 && <Merges merges={stewardship.merges} />}
      </div>
    </Panel>
  );
}

interface MergeFormsProps {
  readonly stewardship: Stewardship;
  /** What others may mean the same is worth a press only while nobody has looked at the entry. */
  readonly isNew: boolean;
}

function MergeForms({ stewardship: { likely, others }, isNew }: MergeFormsProps) {
  const { t } = useTranslation("actors");
  return (
    <div className="grid gap-2">
      <h3>{t("steward.mergeHeading")}</h3>
      <p className="text-[13px]/5 text-muted">{t("steward.mergeHelp")}</p>
      {(isNew ? likely : []).map(({ id, name }) => (
        <Form key={id} method="post">
          <input type="hidden" name="intent" value="merge" />
          <input type="hidden" name="intoActorId" value={id} />
          <Button type="submit" size="small" className="max-w-full shrink">
            {t("steward.mergeWith", { name })}
          </Button>
        </Form>
      ))}
      <Form method="post" className="grid gap-2">
        <input type="hidden" name="intent" value="merge" />
        <SelectField
          name="intoActorId"
          label={t("steward.mergeInto")}
          options={[
            { value: "", label: t("steward.choose") },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <div>
          <Button type="submit">{t("steward.merge")}</Button>
        </div>
      </Form>
    </div>
  );
}

function Merges({ merges }: { readonly merges: Stewardship["merges"] }) {
  const { t } = useTranslation("actors");
  const { date } = useFormat();
  return (
    <div>
      <h3 className="mb-1">{t("steward.merges")}</h3>
      <ul className="divide-y divide-line">
        {merges.map(({ id, name, mergedBy, at }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span>
              {name}
              <span className="block text-xs text-muted">{[mergedBy, date(at)].filter(Boolean).join(" · ")}</span>
            </span>
            <Form method="post">
              <input type="hidden" name="intent" value="undo" />
              <input type="hidden" name="mergeId" value={id} />
              <Button type="submit" size="small" aria-label={`${t("steward.undo")}: ${name}`}>
                {t("steward.undo")}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </div>
  );
}
