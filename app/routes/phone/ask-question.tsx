import { ChevronUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "#app/components/button.tsx";
import { classNames } from "#app/components/class-names.ts";
import { NoteField } from "#app/components/note-field.tsx";
import { ask } from "#app/http/ask.ts";
import { useInOrder } from "#app/http/in-order.ts";
import { newId } from "#app/live/new-id.ts";
import { QuestionOutcome } from "#app/live/question-outcome.tsx";
import { send } from "#app/live/send.ts";
import { UnsentNote } from "#app/live/unsent-note.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { byVotes, isSettled, type OwnQuestions, QUESTION_LIMITS } from "#domain/live/question.ts";
import type { LiveView, ShownQuestion } from "#domain/live/view.ts";

interface Listed extends ShownQuestion {
  readonly id: string;
}

import { usePhone } from "./phone-context.ts";

/** Ask, see what others ask and whether it is answered; one's own first, with the answer when it comes. */
export function AskQuestion() {
  const {
    view,
    stage,
    me: { workshopId },
  } = usePhone();
  const { t } = useTranslation("after");
  const [own, refresh] = useOwnQuestions(view, workshopId);
  const all: Listed[] = Object.entries(view.questions).map(([id, question]) => ({ ...question, id }));
  const mine = all.filter(({ id }) => own.asked.includes(id));
  const others = all
    .filter(({ id, state }) => !own.asked.includes(id) && state !== "merged")
    .sort((a, b) => Number(isSettled(a.state)) - Number(isSettled(b.state)) || byVotes(a, b));
  const row = (question: Listed) => (
    <QuestionRow
      key={question.id}
      question={question}
      questions={view.questions}
      isWanted={own.wanted.includes(question.id)}
      onVote={async () => {
        const intent = own.wanted.includes(question.id) ? "take-vote-back" : "vote";
        await send(`/live/${workshopId}/questions`, { intent, question: question.id });
        refresh();
      }}
    />
  );
  return (
    <section className="grid gap-5" aria-label={t("question.ask")}>
      {stage.state !== "closed" && <AskForm workshopId={workshopId} onSent={refresh} />}
      {mine.length > 0 && (
        <div>
          <h2 className="mb-2 text-[13px]/5">{t("question.mine", { count: mine.length })}</h2>
          <ul className="grid gap-2">{mine.map(row)}</ul>
        </div>
      )}
      <div>
        <h2 className="mb-2 text-[13px]/5">{t("question.all", { count: others.length })}</h2>
        {others.length === 0 ? (
          <p className="text-muted">{t("question.none")}</p>
        ) : (
          <ul className="grid gap-2">{others.map(row)}</ul>
        )}
      </div>
    </section>
  );
}

const NOTHING: OwnQuestions = { asked: [], wanted: [] };

/** What this phone asked and voted for: asked again whenever the questions change. */
function useOwnQuestions(view: LiveView, workshopId: string): [OwnQuestions, () => void] {
  const [own, setOwn] = useState(NOTHING);
  const [asked, setAsked] = useState(0);
  const inOrder = useInOrder();
  const known = JSON.stringify(view.questions);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known and asked is what the effect reacts to
  useEffect(() => {
    void inOrder(ask<OwnQuestions>(`/live/${workshopId}/questions`), setOwn);
  }, [inOrder, workshopId, known, asked]);
  return [own, () => setAsked((before) => before + 1)];
}

function AskForm({ workshopId, onSent }: { readonly workshopId: string; readonly onSent: () => void }) {
  const { t } = useTranslation("after");
  const [text, setText] = useState("");
  const [note, setNote] = useState<"sent" | "empty" | "too-long" | null>(null);
  const [unsent, setUnsent] = useState<Parameters<typeof UnsentNote>[0]["because"] | null>(null);
  // One id until it is taken: sent twice, it is one question.
  const id = useRef<string | null>(null);
  const submit = async () => {
    id.current ??= newId();
    type Answer = { problem: "empty" | "too-long" | null };
    const fields = { intent: "ask", id: id.current, text };
    const reply = await send<Answer>(`/live/${workshopId}/questions`, fields);
    setUnsent(reply.ok ? null : reply.because);
    if (!reply.ok) return;
    setNote(reply.value.problem ?? "sent");
    if (reply.value.problem !== null) return;
    id.current = null;
    setText("");
    onSent();
  };
  const limit = QUESTION_LIMITS.text;
  const errors = { empty: t("question.empty"), "too-long": t("question.tooLong", { limit }), sent: undefined };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <NoteField
        label={t("question.text")}
        hint={`${t("question.hint")} ${t("characters", { count: text.length, limit })}.`}
        rows={3}
        value={text}
        maxLength={limit}
        error={note === null ? undefined : errors[note]}
        onChange={(next) => {
          setText(next);
          setNote(null);
        }}
      />
      {unsent !== null && <UnsentNote because={unsent} />}
      <Button type="submit" tone="primary" className="mt-2 min-h-12 w-full text-base/6">
        {t("question.send")}
      </Button>
      <p role="status" className="mt-1 font-medium text-synergy">
        {note === "sent" && t("question.sent")}
      </p>
    </form>
  );
}

interface QuestionRowProps {
  readonly question: Listed;
  readonly questions: LiveView["questions"];
  readonly isWanted: boolean;
  readonly onVote: () => Promise<void>;
}

function QuestionRow({ question, questions, isWanted, onVote }: QuestionRowProps) {
  const { t } = useTranslation("after");
  const { text, state, votes } = question;
  return (
    <li className="flex gap-3 rounded-lg border border-line bg-surface p-2.5">
      {!isSettled(state) && (
        <Button
          aria-pressed={isWanted}
          aria-label={t(isWanted ? "question.wantNot" : "question.want")}
          onPress={() => void onVote()}
          className={classNames("size-12 flex-col gap-0 p-0!", isWanted && "border-primary bg-primary-on!")}
        >
          <ChevronUp className="size-5" aria-hidden="true" />
          <span className="tabular-nums">{votes}</span>
        </Button>
      )}
      <div className="min-w-0 flex-1 self-center">
        <p className="text-base/6">{text}</p>
        <QuestionOutcome question={question} questions={questions} />
      </div>
    </li>
  );
}
