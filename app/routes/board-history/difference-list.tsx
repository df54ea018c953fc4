import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { DifferenceView, FieldView, TextPart } from "./comparison.server.ts";

export interface DifferenceListProps {
  readonly differences: readonly DifferenceView[];
  readonly boardId: string;
  /** The earlier version, which an initiative can be taken back to. */
  readonly versionId: string;
  readonly mayRestore: boolean;
}

export function DifferenceList({ differences, ...rest }: DifferenceListProps) {
  const { t } = useTranslation("history");
  if (differences.length === 0) return <EmptyState heading={t("compare.none")}>{t("compare.noneText")}</EmptyState>;
  return (
    <ul className="grid gap-3">
      {differences.map((difference) => (
        <Difference key={difference.id} difference={difference} {...rest} />
      ))}
    </ul>
  );
}

interface DifferenceProps extends Omit<DifferenceListProps, "differences"> {
  readonly difference: DifferenceView;
}

function Difference({ difference, boardId, versionId, mayRestore }: DifferenceProps) {
  const { t } = useTranslation("history");
  const { id, title, change, fields } = difference;
  return (
    <li className="rounded-xl border border-line bg-surface p-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h2 className="min-w-0 text-base/6 wrap-anywhere">
          <Link to={`/boards/${boardId}?card=${encodeURIComponent(id)}`} className="link">
            {title}
          </Link>
          <span className="ml-2 rounded-full bg-sand px-2 py-0.5 text-xs/4 font-semibold text-muted">
            {t(`compare.change.${change}`)}
          </span>
        </h2>
        {mayRestore && change !== "new" && (
          <Form method="post" action={`/boards/${boardId}/history`}>
            <input type="hidden" name="intent" value="restore-initiative" />
            <input type="hidden" name="version" value={versionId} />
            <input type="hidden" name="initiative" value={id} />
            <Button type="submit" size="small" aria-label={t("compare.restoreNamed", { title })}>
              {t("compare.restoreOne")}
            </Button>
          </Form>
        )}
      </div>
      {fields.length > 0 && (
        <dl className="mt-3 grid gap-x-4 gap-y-2 sm:grid-cols-[9rem_minmax(0,1fr)]">
          {fields.map((field) => (
            <FieldChange key={field.field} view={field} />
          ))}
        </dl>
      )}
    </li>
  );
}

function FieldChange({ view }: { readonly view: FieldView }) {
  const { t } = useTranslation("card");
  return (
    <>
      <dt className="text-[13px]/5 font-semibold text-muted">
        {t(`historyField.${view.field}` as "historyField.title", { defaultValue: view.field })}
      </dt>
      <dd className="min-w-0 wrap-anywhere">
        <ChangedValue view={view} />
      </dd>
    </>
  );
}

function ChangedValue({ view }: { readonly view: FieldView }) {
  const { t } = useTranslation("history");
  if (view.type === "text") return <ChangedText parts={view.parts} />;
  if (view.type === "value") {
    const parts: TextPart[] = [
      { text: view.before ?? t("compare.nothing"), change: "removed" },
      { text: view.after ?? t("compare.nothing"), change: "added" },
    ];
    return <ChangedWords parts={parts} />;
  }
  return (
    <ChangedWords
      parts={[
        ...view.removed.map((text): TextPart => ({ text, change: "removed" })),
        ...view.added.map((text): TextPart => ({ text, change: "added" })),
      ]}
    />
  );
}

const LOOKS = { added: "rounded bg-synergy-on text-synergy", removed: "rounded bg-overlap-on text-overlap" } as const;

/** Inserted and deleted words say so by their elements and their line, not by colour alone. */
function Part({ part: { text, change } }: { readonly part: TextPart }) {
  if (change === "added") return <ins className={LOOKS.added}>{text}</ins>;
  if (change === "removed") return <del className={LOOKS.removed}>{text}</del>;
  return text;
}

function ChangedText({ parts }: { readonly parts: readonly TextPart[] }) {
  return (
    <p className="max-w-prose whitespace-pre-line">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text's parts have no other name than their place
        <Part key={index} part={part} />
      ))}
    </p>
  );
}

function ChangedWords({ parts }: { readonly parts: readonly TextPart[] }) {
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1">
      {parts.map((part) => (
        <li key={`${part.change} ${part.text}`}>
          <Part part={part} />
        </li>
      ))}
    </ul>
  );
}
