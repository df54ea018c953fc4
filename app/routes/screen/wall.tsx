import type { ReactNode } from "react";
import { useTranslation } from "#app/text/use-translation.ts";
import { type AgendaItem, sourceOf } from "#domain/live/agenda.ts";
import { agendaOf, type LiveView } from "#domain/live/view.ts";
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
  const told = toldOf(item, t);
  return (
    <div className="flex min-h-0 flex-col">
      <p className="font-semibold text-amber-bright">{told === null ? step : `${step} · ${told}`}</p>
      <h1 className="mt-[0.15em] text-[2.5em]/[1.15] font-semibold text-balance">{item.prompt || item.title}</h1>
      <div className="mt-[1.6em] flex min-h-0 flex-1 flex-col">{outcomeOf({ view, item }, agenda)}</div>
    </div>
  );
}

/** What was promised to those who write, or nothing where nobody writes. */
function toldOf(
  { kind, anonymity, revealedAt }: AgendaItem,
  t: ReturnType<typeof useTranslation<["screen", "live"]>>["t"],
): string | null {
  if (kind === "vote") return revealedAt === null ? t("screen:blind") : t("screen:result");
  return kind === "silent-writing" || kind === "check-out" ? t(`live:anonymity.${anonymity}`) : null;
}

function outcomeOf({ view, item }: WallProps, agenda: readonly AgendaItem[]): ReactNode {
  const ballot = view.ballots[item.id];
  if (item.kind === "vote" && ballot !== undefined) return <BallotWall ballot={ballot} />;
  const source = sourceOf(agenda, item.id);
  return source === null || item.kind === "vote" ? null : <NotesWall view={view} source={source} />;
}
