import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { CauseField } from "#app/components/cause-field.tsx";
import { SelectField } from "#app/components/field.tsx";
import { NoteField } from "#app/components/note-field.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { FINDING_KINDS } from "#domain/finding.ts";
import { HiddenFields, Refusal, type RefusedRemark, useRefusal } from "./answer-panel.tsx";
import type { PairPage } from "./data.server.ts";

export interface KindPanelProps {
  readonly pair: PairPage;
  readonly refused: RefusedRemark | null;
}

const INTENT = "change-kind";

/** "It is of another kind": for those who see what the check did not; and what was said about it before. */
export function KindPanel({ pair, refused }: KindPanelProps) {
  const { t } = useTranslation("findings");
  const mayChange = pair.mayChangeKind && !pair.isGone;
  if (!mayChange && pair.kindChanges.length === 0) return null;
  return (
    <Panel heading={t("kind.heading")}>
      <KindLog changes={pair.kindChanges} />
      {mayChange && (
        <details className="print:hidden" open={refused?.intent === INTENT}>
          <summary className="min-h-6 font-semibold text-primary">{t("kind.change")}</summary>
          <KindForm pair={pair} refused={refused} />
        </details>
      )}
    </Panel>
  );
}

function KindLog({ changes }: { readonly changes: PairPage["kindChanges"] }) {
  const { t } = useTranslation("findings");
  const { t: word } = useTranslation("vocabulary");
  const { dateTime } = useFormat();
  return (
    <ul className="grid gap-2 not-empty:mb-3">
      {changes.map(({ fromKind, kind, cause, reason, personName, at }) => (
        <li key={at}>
          <p>
            {t("kind.changed", { from: word(`findingKind.${fromKind}`), to: word(`findingKind.${kind}`) })}
            {cause !== null && `: ${word(`cause.${cause}`)}`}
          </p>
          {reason !== "" && <p className="whitespace-pre-line wrap-anywhere">{reason}</p>}
          <p className="text-xs/5 text-muted">{[personName, dateTime(at)].filter(Boolean).join(" · ")}</p>
        </li>
      ))}
    </ul>
  );
}

function KindForm({ pair, refused }: KindPanelProps) {
  const { t } = useTranslation("findings");
  const { t: word } = useTranslation("vocabulary");
  const { note, other } = useRefusal(refused, INTENT);
  const kinds = FINDING_KINDS.filter((kind) => kind !== pair.kind);
  return (
    <Form method="post" preventScrollReset className="mt-3 grid gap-4">
      <HiddenFields pair={pair} intent={INTENT} />
      <Refusal sentence={other} />
      <SelectField
        name="kind"
        label={t("kind.is")}
        options={kinds.map((kind) => ({ value: kind, label: word(`findingKind.${kind}`) }))}
        className="max-w-xs"
      />
      <CauseField legend={t("kind.because")} />
      <NoteField name="reason" label={t("kind.note")} rows={2} error={note} autoFocus={note !== undefined} />
      <div>
        <Button type="submit">{t("kind.submit")}</Button>
      </div>
      <p className="text-[13px]/5 text-muted">{t("kind.explained")}</p>
    </Form>
  );
}
