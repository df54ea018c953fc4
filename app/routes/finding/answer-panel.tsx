import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#app/components/button.tsx";
import { CauseField } from "#app/components/cause-field.tsx";
import { SelectField } from "#app/components/field.tsx";
import { NoteField } from "#app/components/note-field.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { ANSWERS, type Answer, type AnswerRefusal, needsReason, REASON_LIMIT } from "#domain/finding.ts";
import type { PairPage } from "./data.server.ts";

/** What came back of a form that was not taken. */
export interface RefusedRemark {
  readonly intent: string;
  readonly refused: AnswerRefusal;
  /** The note that was typed. */
  readonly reason: string;
}

export interface AnswerPanelProps {
  readonly pair: PairPage;
  readonly refused: RefusedRemark | null;
}

const ABOUT_REASON: ReadonlySet<AnswerRefusal> = new Set(["reason-missing", "reason-long"]);

/** "What will you do about it?": one press answers, with or without a note. */
export function AnswerPanel({ pair, refused }: AnswerPanelProps) {
  const { t } = useTranslation("findings");
  const { list } = useFormat();
  if (pair.isGone) return null;
  const names = pair.parties.map(({ municipality }) => municipality);
  if (pair.answersFor.length > 0) {
    const own = pair.parties.find(({ organisationId }) => pair.answersFor.includes(organisationId))?.answer?.answer;
    return (
      <RemarkPanel pair={pair} intent="" refused={refused} heading={t("answer.heading")} chosen={own ?? null}>
        <AnswerFor pair={pair} />
      </RemarkPanel>
    );
  }
  if (!pair.mayAssess)
    return <p className="text-muted print:hidden">{t("answer.whoAnswers", { municipalities: list(names) })}</p>;
  const suggested = pair.assessment?.answer ?? null;
  return <RemarkPanel pair={pair} intent="assess" refused={refused} heading={t("assess.heading")} chosen={suggested} />;
}

interface RemarkPanelProps extends AnswerPanelProps {
  readonly intent: "" | "assess";
  readonly heading: string;
  /** What was answered before. */
  readonly chosen: Answer | null;
  readonly children?: ReactNode;
}

function RemarkPanel({ pair, intent, refused, heading, chosen, children }: RemarkPanelProps) {
  const { t } = useTranslation("findings");
  const { other, note } = useRefusal(refused, intent);
  const explained = pair.parties.length === 1 ? "answer.explainedWithin" : "answer.explained";
  return (
    <Panel heading={heading} className="print:hidden">
      <Form method="post" preventScrollReset className="grid gap-4">
        <HiddenFields pair={pair} intent={intent} />
        <Refusal sentence={other} />
        {children}
        <NoteField
          name="reason"
          label={t("answer.reason")}
          hint={t("answer.noteHint")}
          defaultValue={refused?.reason ?? ""}
          rows={2}
          error={note}
          autoFocus={note !== undefined}
        />
        <AnswerButtons answers={ANSWERS.filter((answer) => !needsReason(answer))} chosen={chosen} />
        <div className="grid gap-3 border-t border-line pt-4">
          <CauseField legend={t("answer.why")} />
          <AnswerButtons answers={ANSWERS.filter(needsReason)} chosen={chosen} />
        </div>
        <p className="text-[13px]/5 text-muted">{t(intent === "assess" ? "assess.explained" : explained)}</p>
      </Form>
    </Panel>
  );
}

/** The sentence for a form that was not taken: about its note, or about something else. */
export function useRefusal(refused: RefusedRemark | null, intent: string): { note?: string; other?: string } {
  const { t } = useTranslation("findings");
  if (refused === null || refused.intent !== intent) return {};
  const sentence = t(`answer.refused.${refused.refused}`, { limit: REASON_LIMIT });
  return ABOUT_REASON.has(refused.refused) ? { note: sentence } : { other: sentence };
}

/** What was said of the pair as it stands here. */
export function HiddenFields({ pair, intent }: { readonly pair: PairPage; readonly intent: string }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="aHash" value={pair.a.hash} />
      <input type="hidden" name="bHash" value={pair.b.hash} />
    </>
  );
}

export function Refusal({ sentence }: { readonly sentence: string | undefined }) {
  if (sentence === undefined) return null;
  return (
    <p role="alert" className="font-medium text-overlap">
      {sentence}
    </p>
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

function AnswerButtons({ answers, chosen }: { readonly answers: readonly Answer[]; readonly chosen: Answer | null }) {
  const { t: word } = useTranslation("vocabulary");
  return (
    <div className="flex flex-wrap gap-2">
      {answers.map((answer) => (
        <Button
          key={answer}
          type="submit"
          name="answer"
          value={answer}
          tone={chosen === answer ? "primary" : "quiet"}
          {...(chosen === answer && { "aria-current": "true" as const })}
        >
          {word(`answer.${answer}`)}
        </Button>
      ))}
    </div>
  );
}
