import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/field.tsx";
import { NoteField } from "#app/components/note-field.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { ANSWERS, type AnswerRefusal, REASON_LIMIT } from "#domain/finding.ts";
import type { PairPage } from "./data.server.ts";

export interface AnswerPanelProps {
  readonly pair: PairPage;
  readonly refused: AnswerRefusal | null;
  /** The note of a refused answer. */
  readonly reason: string;
}

const ABOUT_REASON: ReadonlySet<AnswerRefusal> = new Set(["reason-missing", "reason-long"]);

/** "What will you do about it?": one press answers, with or without a note. */
export function AnswerPanel({ pair, refused, reason }: AnswerPanelProps) {
  const { t } = useTranslation("findings");
  const { list } = useFormat();
  const names = pair.parties.map(({ municipality }) => municipality);
  if (pair.isGone) return null;
  if (pair.answersFor.length === 0)
    return <p className="text-muted print:hidden">{t("answer.whoAnswers", { municipalities: list(names) })}</p>;
  const sentence = refused === null ? undefined : t(`answer.refused.${refused}`, { limit: REASON_LIMIT });
  const isAboutReason = refused !== null && ABOUT_REASON.has(refused);
  return (
    <Panel heading={t("answer.heading")} className="print:hidden">
      <Form method="post" preventScrollReset className="grid gap-4">
        <input type="hidden" name="aHash" value={pair.a.hash} />
        <input type="hidden" name="bHash" value={pair.b.hash} />
        {!isAboutReason && sentence !== undefined && (
          <p role="alert" className="font-medium text-overlap">
            {sentence}
          </p>
        )}
        <AnswerFor pair={pair} />
        <NoteField
          name="reason"
          label={t("answer.reason")}
          hint={t("answer.reasonHint")}
          defaultValue={reason}
          rows={2}
          error={isAboutReason ? sentence : undefined}
          autoFocus={isAboutReason}
        />
        <AnswerButtons pair={pair} />
        <p className="text-[13px]/5 text-muted">
          {t(pair.parties.length === 1 ? "answer.explainedWithin" : "answer.explained")}
        </p>
      </Form>
    </Panel>
  );
}

/** For the rare person who belongs to both kommuner. */
function AnswerFor({ pair }: { readonly pair: PairPage }) {
  const { t } = useTranslation("findings");
  const [only, ...others] = pair.parties.filter(({ organisationId }) => pair.answersFor.includes(organisationId));
  if (only === undefined || others.length === 0)
    return <input type="hidden" name="organisationId" value={only?.organisationId} />;
  return (
    <SelectField
      name="organisationId"
      label={t("answer.for")}
      options={[only, ...others].map(({ organisationId, municipality }) => ({
        value: organisationId,
        label: municipality,
      }))}
      className="max-w-xs"
    />
  );
}

function AnswerButtons({ pair }: { readonly pair: PairPage }) {
  const { t: word } = useTranslation("vocabulary");
  const own = pair.parties.find(({ organisationId }) => pair.answersFor.includes(organisationId))?.answer?.answer;
  return (
    <div className="flex flex-wrap gap-2">
      {ANSWERS.map((answer) => (
        <Button
          key={answer}
          type="submit"
          name="answer"
          value={answer}
          tone={own === answer ? "primary" : "quiet"}
          {...(own === answer && { "aria-current": "true" as const })}
        >
          {word(`answer.${answer}`)}
        </Button>
      ))}
    </div>
  );
}
