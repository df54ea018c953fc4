import { outcomeWall } from "#app/live/wall/outcome-wall.tsx";
import { PointedWall } from "#app/live/wall/pointed-wall.tsx";
import { isAnswering, QuestionWall } from "#app/live/wall/question-wall.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { type AgendaItem, sourceOf } from "#domain/live/agenda.ts";
import { agendaOf, type LiveView, pointedOut } from "#domain/live/view.ts";
import { BallotWall } from "./ballot-wall.tsx";
import { NotesWall } from "./notes-wall.tsx";

export interface WallProps {
  readonly view: LiveView;
  readonly item: AgendaItem;
}

/** The question of the item, and what the hall has made of it so far. */
export function Wall({ view, item }: WallProps) {
  const { t } = useTranslation(["screen", "live"]);
  const agenda = agendaOf(view);
  const step = t("live:step", { at: agenda.findIndex(({ id }) => id === item.id) + 1, of: agenda.length });
  const told = toldOf({ view, item }, t);
  // A question from the hall comes before whatever else stands there.
  const isAsked = isAnswering(view);
  const pointed = pointedOut(view);
  return (
    <div className="flex min-h-0 flex-col">
      <p className="font-semibold text-amber-bright">{told === null ? step : `${step} · ${told}`}</p>
      {!isAsked && (
        <h1 className="mt-[0.15em] text-[2.5em]/[1.15] font-semibold text-balance">{item.prompt || item.title}</h1>
      )}
      <div className="mt-[1.6em] flex min-h-0 flex-1 flex-col">
        {isAsked && <QuestionWall view={view} />}
        {!isAsked && pointed !== null && <PointedWall pointed={pointed} />}
        {!isAsked && pointed === null && <Outcome view={view} item={item} />}
      </div>
    </div>
  );
}

/** What was promised to those who write, or nothing where nobody writes. */
function toldOf(
  { view, item: { id, kind, anonymity, revealedAt } }: WallProps,
  t: ReturnType<typeof useTranslation<["screen", "live"]>>["t"],
): string | null {
  const isPart = (view.ballots[id]?.shownFrom ?? 1) > 1;
  if (kind === "vote" && revealedAt === null) return t("screen:blind");
  if (kind === "vote") return isPart ? t("screen:partResult") : t("screen:result");
  return kind === "silent-writing" || kind === "check-out" ? t(`live:anonymity.${anonymity}`) : null;
}

function Outcome({ view, item }: WallProps) {
  const shared = outcomeWall(view, item);
  if (shared !== null) return shared;
  if (item.kind === "vote") return <BallotWall ballot={view.ballots[item.id]} voters={view.voters[item.id] ?? 0} />;
  return <NotesWall view={view} source={sourceOf(agendaOf(view), item.id)} />;
}
