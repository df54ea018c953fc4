import { Button as AriaButton } from "react-aria-components";
import { Button } from "#app/components/button.tsx";
import { outcomeWall } from "#app/live/wall/outcome-wall.tsx";
import { PointedWall } from "#app/live/wall/pointed-wall.tsx";
import { isAnswering, QuestionWall } from "#app/live/wall/question-wall.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { type AgendaItem, noteWord, sourceOf } from "#domain/live/agenda.ts";
import { placedBy } from "#domain/live/ballot.ts";
import { type LiveView, pointedOut } from "#domain/live/view.ts";
import { useStageFacts } from "./stage-context.tsx";

/** So many results stand in the small picture, which must not push the next step off the screen. */
const VOTED_ON = 10;

/** What the hall sees, small: nothing that is not on the wall stands in it. */
export function WallPreview() {
  const { t } = useTranslation(["stage", "live"]);
  const { stage, agenda, item, joinAddress } = useStageFacts();
  const step = item === null ? null : t("live:step", { at: agenda.indexOf(item) + 1, of: agenda.length });
  return (
    <section
      aria-label={step === null ? t("previewLobby") : t("preview", { step })}
      className="flex min-h-64 flex-col gap-3 rounded-xl bg-projector p-5 text-white sm:min-h-80 lg:min-h-104 lg:p-6"
    >
      <p className="text-[13px]/5 font-semibold text-amber-bright">
        {step === null ? t("previewLobby") : t("preview", { step })}
      </p>
      {stage.isFrozen && (
        <p role="status" className="rounded-md bg-amber-bright px-3 py-1.5 font-medium text-ink">
          {t("frozen")}
        </p>
      )}
      {stage.isBlack && (
        <p role="status" className="rounded-md border border-amber-bright px-3 py-1.5 font-medium">
          {t("isBlack")}
        </p>
      )}
      <p className="text-2xl/8 font-semibold text-balance">
        {item === null ? t("welcome", { address: joinAddress }) : item.prompt || item.title}
      </p>
      {item === null ? <Joined /> : <Shown item={item} />}
    </section>
  );
}

function Joined() {
  const { t } = useTranslation("stage");
  const { view } = useStageFacts();
  return <p className="text-white/70">{t("joined", { count: Object.keys(view.participants).length })}</p>;
}

function Shown({ item }: { readonly item: AgendaItem }) {
  const { t } = useTranslation("stage");
  const { view, send } = useStageFacts();
  const pointed = pointedOut(view);
  // A question from the hall comes before whatever else stands there.
  if (pointed === null || isAnswering(view)) return <ItemPreview item={item} />;
  return (
    <>
      <div className="text-[11px]">
        <PointedWall pointed={pointed} />
      </div>
      <Button className="self-start" onPress={() => void send("point-out", { cardId: "" })}>
        {t("letGo")}
      </Button>
    </>
  );
}

function ItemPreview({ item }: { readonly item: AgendaItem }) {
  const { view, agenda } = useStageFacts();
  const wall = isAnswering(view) ? <QuestionWall view={view} /> : outcomeWall(view, item);
  // The sizes of the wall's parts follow the letter.
  if (wall !== null) return <div className="text-[11px]">{wall}</div>;
  const ballot = view.ballots[item.id];
  if (item.kind === "vote" && ballot !== undefined)
    return <BallotPreview ballot={ballot} voters={view.voters[item.id] ?? 0} />;
  const source = sourceOf(agenda, item.id);
  return source === null ? <Joined /> : <NotesPreview source={source} />;
}

/** Counts of what is written, and what is revealed of it: groups first, then the notes that are in none. A press shows one to everybody. */
function NotesPreview({ source }: { readonly source: AgendaItem }) {
  const { t } = useTranslation(["live", "stage"]);
  const { view, send } = useStageFacts();
  const itemId = source.id;
  const word = noteWord(source);
  const { hidden, shown } = view.counts[itemId] ?? { hidden: 0, shown: 0 };
  return (
    <>
      {(hidden > 0 || shown === 0) && (
        <p className="text-white/70">{t(`live:note.${word}.hidden`, { count: hidden })}</p>
      )}
      {shown > 0 && <p className="text-white/70">{t(`live:note.${word}.shown`, { count: shown })}</p>}
      <ul className="flex max-h-[max(16rem,calc(100dvh-31rem))] flex-wrap content-start gap-2 overflow-y-auto">
        {shownOf(view, itemId).map(({ id, text, notes }) => (
          <li key={id}>
            <AriaButton
              aria-label={t("stage:pointOut", { text })}
              className="line-clamp-3 max-w-80 cursor-pointer rounded-md bg-white/10 px-2 py-1 text-left text-[13px]/5 hover:bg-white/20"
              onPress={() => void send("point-out", { cardId: id })}
            >
              {text}
              {notes > 0 && <span className="text-amber-bright"> · {notes}</span>}
            </AriaButton>
          </li>
        ))}
      </ul>
    </>
  );
}

function shownOf({ clusters, notes }: LiveView, itemId: string) {
  const shown = Object.entries(notes).filter(([, note]) => note.itemId === itemId);
  const groups = Object.entries(clusters)
    .filter(([, cluster]) => cluster.itemId === itemId)
    .map(([id, { title, order }]) => ({
      id,
      text: title,
      order,
      notes: shown.filter(([, { clusterId }]) => clusterId === id).length,
    }));
  const loose = shown
    .filter(([, { clusterId }]) => clusterId === null)
    .map(([id, { text, order }]) => ({ id, text, order, notes: 0 }));
  const inOrder = (a: { order: string }, b: { order: string }) => (a.order < b.order ? -1 : 1);
  return [...groups.sort(inOrder), ...loose.sort(inOrder)];
}

function BallotPreview({ ballot, voters }: { readonly ballot: LiveView["ballots"][string]; readonly voters: number }) {
  const { t } = useTranslation(["stage", "screen"]);
  const { result, count } = ballot;
  if (result === null) return <Candidates targets={ballot.targets} voters={voters} />;
  const placed = placedBy(result, count);
  const more = placed.length - VOTED_ON;
  return (
    <>
      <p className="text-white/70">{t("voters", { count: result.voters })}</p>
      {ballot.shownFrom > 1 && (
        <p className="text-amber-bright">{t("screen:withheld", { count: ballot.shownFrom - 1 })}</p>
      )}
      <ol className="grid gap-1.5">
        {placed.slice(0, VOTED_ON).map((target) => (
          <li key={target.id} className="flex gap-3 text-[13px]/5">
            <span className="w-6 shrink-0 text-right text-white/70 tabular-nums">{target.place}.</span>
            <span className="w-12 shrink-0 text-right font-semibold whitespace-nowrap tabular-nums">
              {count === "raw" ? target.votes : t("screen:share", { share: target.balanced })}
            </span>
            <span className="min-w-0 truncate">{target.text}</span>
            <span className="shrink-0 text-amber-bright">
              {[target.hasBroadMajority && t("screen:broad"), target.isTied && t("screen:tie")]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ol>
      {more > 0 && <p className="text-[13px]/5 text-white/70">{t("moreVotedOn", { count: more })}</p>}
    </>
  );
}

function Candidates({ targets, voters }: Pick<LiveView["ballots"][string], "targets"> & { readonly voters: number }) {
  const { t } = useTranslation("stage");
  return (
    <>
      <p className="text-white/70">{t("voters", { count: voters })}</p>
      <ul className="grid max-h-[max(15rem,calc(100dvh-33rem))] gap-x-4 gap-y-1 overflow-y-auto text-[13px]/5 xl:grid-cols-2">
        {targets.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </>
  );
}
