import { useTranslation } from "#app/text/use-translation.ts";
import type { LiveView, ShownQuestion } from "#domain/live/view.ts";

export interface QuestionOutcomeProps {
  readonly question: ShownQuestion;
  readonly questions: LiveView["questions"];
}

/** Where a question stands, and what came of it; one that went into another has that one's answer. */
export function QuestionOutcome({ question, questions }: QuestionOutcomeProps) {
  const { t } = useTranslation("after");
  const { t: live } = useTranslation("live");
  const standing = question.mergedInto === null ? question : (questions[question.mergedInto] ?? question);
  return (
    <p className="text-muted">
      {standing !== question && <>{t("question.mergedWith", { text: standing.text })} · </>}
      {live(`questionState.${standing.state}`)}
      <Words question={standing} />
    </p>
  );
}

function Words({ question: { state, answer, reason } }: Pick<QuestionOutcomeProps, "question">) {
  const { t } = useTranslation("after");
  if (state === "answered") {
    return (
      <span className="mt-1 block whitespace-pre-line text-ink">
        {answer === "" ? t("question.aloud") : t("answeredHere", { answer })}
      </span>
    );
  }
  return state === "not-answered" ? (
    <span className="mt-1 block text-ink">{t("question.because", { reason })}</span>
  ) : null;
}
