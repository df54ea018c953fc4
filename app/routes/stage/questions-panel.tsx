import { useState } from "react";
import { Button } from "#app/components/button.tsx";
import { SelectField, TextField } from "#app/components/field.tsx";
import { QuestionOutcome } from "#app/live/question-outcome.tsx";
import { send } from "#app/live/send.ts";
import { UnsentNote } from "#app/live/unsent-note.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { byVotes, isSettled, mayBecome, QUESTION_LIMITS, type QuestionState } from "#domain/live/question.ts";
import type { LiveView, ShownQuestion } from "#domain/live/view.ts";
import { useStageFacts } from "./stage-context.tsx";

type Because = Parameters<typeof UnsentNote>[0]["because"];
type Post = (fields: Readonly<Record<string, string>>) => Promise<boolean>;

interface Listed extends ShownQuestion {
  readonly id: string;
}

/** Questions by how many want to know; the one being answered first, those that are settled folded away. */
export function QuestionsPanel() {
  const { view, workshopId } = useStageFacts();
  const { t } = useTranslation("after");
  const [unsent, setUnsent] = useState<Because | null>(null);
  const post: Post = async (fields) => {
    const reply = await send<{ problem: string | null }>(`/live/${workshopId}/questions`, fields);
    setUnsent(reply.ok ? null : reply.because);
    return reply.ok && reply.value.problem === null;
  };
  const all: Listed[] = Object.entries(view.questions).map(([id, question]) => ({ ...question, id }));
  const open = all
    .filter(({ state }) => !isSettled(state))
    .sort((a, b) => Number(b.state === "answering") - Number(a.state === "answering") || byVotes(a, b));
  const settled = all.filter(({ state }) => isSettled(state));
  const row = (question: Listed) => (
    <QuestionCard key={question.id} question={question} questions={view.questions} post={post} />
  );
  return (
    <section aria-labelledby="beside-questions">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="beside-questions" className="text-xs/5 font-semibold tracking-wide text-muted uppercase">
          {t("beside.questions")}
        </h2>
        {open.length > 0 && <span className="text-[13px] text-muted">{t("beside.owed", { count: open.length })}</span>}
      </div>
      {unsent !== null && <UnsentNote because={unsent} />}
      {all.length === 0 && <p className="text-muted">{t("question.none")}</p>}
      <ul className="grid gap-2">{open.map(row)}</ul>
      {settled.length > 0 && (
        <details className="mt-3">
          <summary className="text-[13px] text-muted">{t("beside.settled", { count: settled.length })}</summary>
          <ul className="mt-2 grid gap-2">{settled.map(row)}</ul>
        </details>
      )}
    </section>
  );
}

interface QuestionCardProps {
  readonly question: Listed;
  readonly questions: LiveView["questions"];
  readonly post: Post;
}

type Step = "answer" | "reason" | "merge";

function QuestionCard(props: QuestionCardProps) {
  const [step, setStep] = useState<Step | null>(null);
  const { text, votes } = props.question;
  return (
    <li className="rounded-lg border border-line bg-surface px-3 py-2">
      <p>
        <strong className="tabular-nums">▲ {votes}</strong> {text}
      </p>
      <QuestionOutcome {...props} />
      {step === null ? (
        <Steps {...props} onStep={setStep} />
      ) : (
        <StepForm {...props} step={step} onDone={() => setStep(null)} />
      )}
    </li>
  );
}

type Label = "apart" | "merge" | "write" | `state.${"answering" | "on-board" | "answered" | "not-answered"}`;

/** What is seldom done with a question stands back, so that the usual stand in one row. */
const SELDOM: ReadonlySet<Label> = new Set(["state.not-answered", "merge"]);

/** What can be done with a question as it stands; what needs words or a choice opens a form. */
function Steps({ question, post, onStep }: QuestionCardProps & { readonly onStep: (step: Step) => void }) {
  const { t } = useTranslation("after");
  const { id, state } = question;
  const settle = (to: QuestionState) => () => void post({ intent: "settle", question: id, state: to });
  const isAnswered = state === "answered";
  const buttons: readonly (readonly [isShown: boolean, label: Label, onPress: () => void])[] = [
    [mayBecome(state, "answering"), "state.answering", settle("answering")],
    [mayBecome(state, "on-board"), state === "merged" ? "apart" : "state.on-board", settle("on-board")],
    [isAnswered || mayBecome(state, "answered"), isAnswered ? "write" : "state.answered", () => onStep("answer")],
    [mayBecome(state, "not-answered"), "state.not-answered", () => onStep("reason")],
    [mayBecome(state, "merged"), "merge", () => onStep("merge")],
  ];
  return (
    <div className="mt-1.5 flex flex-wrap gap-1.5">
      {buttons.map(
        ([isShown, label, onPress]) =>
          isShown && (
            <Button
              key={label}
              size="small"
              tone={SELDOM.has(label) ? "plain" : "quiet"}
              className="px-2"
              onPress={onPress}
            >
              {t(`beside.${label}`)}
            </Button>
          ),
      )}
    </div>
  );
}

/** The words or the choice that a step needs. */
function StepForm({
  step,
  question,
  questions,
  post,
  onDone,
}: QuestionCardProps & { readonly step: Step; readonly onDone: () => void }) {
  const { t } = useTranslation("after");
  const [value, setValue] = useState(step === "answer" ? question.answer : "");
  const fields = {
    answer: { intent: "settle", state: "answered", answer: value },
    reason: { intent: "settle", state: "not-answered", reason: value },
    merge: { intent: "merge", into: value },
  }[step];
  const isReady = step === "answer" || value.trim() !== "";
  const labels = {
    answer: [t("beside.answer"), t("beside.saveAnswer")],
    reason: [t("beside.reason"), t("beside.saveReason")],
    merge: [t("beside.mergeWith"), t("beside.mergeNow")],
  } as const;
  const others = Object.entries(questions)
    .filter(([id, { state }]) => id !== question.id && state !== "merged")
    .map(([id, { text }]) => ({ value: id, label: text }));
  return (
    <form
      className="mt-2 grid gap-2"
      onSubmit={async (event) => {
        event.preventDefault();
        if (isReady && (await post({ ...fields, question: question.id }))) onDone();
      }}
    >
      {step === "merge" ? (
        <SelectField
          label={labels.merge[0]}
          value={value}
          onChange={setValue}
          options={[{ value: "", label: "–" }, ...others]}
        />
      ) : (
        <TextField
          label={labels[step][0]}
          rows={step === "answer" ? 3 : 1}
          value={value}
          maxLength={step === "answer" ? QUESTION_LIMITS.answer : QUESTION_LIMITS.reason}
          onChange={setValue}
          autoFocus
        />
      )}
      <div className="flex gap-2">
        <Button type="submit" size="small" tone="primary" isDisabled={!isReady}>
          {labels[step][1]}
        </Button>
        <Button size="small" onPress={onDone}>
          {t("beside.cancel")}
        </Button>
      </div>
    </form>
  );
}
