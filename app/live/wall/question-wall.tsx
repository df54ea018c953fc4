import { useTranslation } from "#app/text/use-translation.ts";
import { byVotes } from "#domain/live/question.ts";
import type { LiveView } from "#domain/live/view.ts";

const NEXT = 4;

/** Whether a question is being answered: then the hall reads it whatever the item is. */
export const isAnswering = ({ questions }: Pick<LiveView, "questions">): boolean =>
  Object.values(questions).some(({ state }) => state === "answering");

/** The question that is being answered, and which many want to know next. */
export function QuestionWall({ view }: { readonly view: LiveView }) {
  const { t } = useTranslation("after");
  const all = Object.entries(view.questions).map(([id, question]) => ({ ...question, id }));
  const now = all.find(({ state }) => state === "answering");
  const next = all
    .filter(({ state }) => state === "on-board")
    .sort(byVotes)
    .slice(0, NEXT);
  const received = all.filter(({ state }) => state === "received").length;
  return (
    <>
      {now !== undefined && (
        <div className="mb-[1.6em] rounded-[0.7em] bg-[#f9f3e8] px-[1.4em] py-[1.1em] text-ink">
          <p className="text-[1.4em] font-semibold text-muted">{t("question.now")}</p>
          <p className="mt-[0.2em] text-[2.2em]/[1.2] font-semibold text-balance">{now.text}</p>
          <p className="mt-[0.4em] text-[1.4em] text-muted">{t("question.votes", { count: now.votes })}</p>
        </div>
      )}
      <ol className="grid gap-[0.6em]">
        {next.map(({ id, text, votes }) => (
          <li
            key={id}
            className="grid grid-cols-[3em_minmax(0,1fr)] items-baseline gap-[0.6em] border-t border-white/20 pt-[0.5em]"
          >
            <span className="text-[1.5em] font-semibold text-amber-bright tabular-nums">▲ {votes}</span>
            <span className="line-clamp-2 text-[1.5em]/[1.3]">{text}</span>
          </li>
        ))}
      </ol>
      {now === undefined && (
        <p className="mt-[1em] text-[1.6em] text-white/75">
          {t("wall.askNow")}
          {received > 0 && ` · ${t("wall.received", { count: received })}`}
        </p>
      )}
    </>
  );
}
