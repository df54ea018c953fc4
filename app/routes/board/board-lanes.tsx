import { Link, useNavigate, useSearchParams } from "@remix-run/react";
import { memo, Suspense, useCallback, useRef, useState } from "react";
import { classNames } from "#app/components/class-names.ts";
import { EmptyState } from "#app/components/empty-state.tsx";
import { later } from "#app/components/later.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { type InitiativeSnapshot, LANES, type Lane as LaneKey } from "#domain/initiative.ts";
import { BinPanel } from "./bin-panel.tsx";
import { useBoard } from "./board-context.tsx";
import { BoardToolbar } from "./board-toolbar.tsx";
import {
  addressOfCard,
  type BoardFilter,
  isFiltering,
  LANE_PARAM,
  lanesOf,
  matchesFilter,
  searchWithoutCard,
  shownPerLane,
  withParams,
} from "./board-view.ts";
import type { BoardPage } from "./data.server.ts";
import { Lane } from "./lane.tsx";
import { NewsOfOthers } from "./news-of-others.tsx";
import { NO_WRITERS } from "./people.ts";
import { ReadableBy } from "./readable-by.tsx";
import { SinceLastVisit } from "./since-last-visit.tsx";
import { useStore } from "./store.ts";
import { TroubleNotice } from "./trouble-notice.tsx";
import { type Badges, useLaneViews } from "./use-card-views.ts";
import { CarrierProvider, useBoardCarrier, useCarrier } from "./use-carrier.ts";
import { useComposing } from "./use-composing.ts";
import { useLaneChoice } from "./use-lane-choice.ts";
import { useTagged } from "./use-tagged.ts";
import { useUndoKeys } from "./use-undo-keys.ts";

const ListDialog = later(() => import("./list-dialog.tsx"));

export interface BoardLanesProps {
  readonly page: BoardPage;
  readonly initiatives: readonly InitiativeSnapshot[];
  readonly badges: Badges;
  /** Open threads per initiative. */
  readonly openThreads: Readonly<Record<string, number>>;
  readonly openCardId: string | null;
  readonly filter: BoardFilter;
  readonly isBinOpen: boolean;
  readonly binned: readonly InitiativeSnapshot[];
}

/** The board itself: its name, its tools, what must be said about it, and the four lanes. */
export function BoardLanes(props: BoardLanesProps) {
  const { page, initiatives, badges, openThreads, openCardId, filter, isBinOpen, binned } = props;
  const { t } = useTranslation("board");
  const { canEdit, session, actorOf } = useBoard();
  const [params] = useSearchParams();
  const composing = useComposing(page.ideaTags);
  const [isListOpen, setListOpen] = useState(false);
  const [changed, setChanged] = useState(() => new Set(page.news?.changed));
  const writers = useStore(session?.presence.writers, NO_WRITERS);
  const lanes = lanesOf(initiatives);
  const count = initiatives.length - binned.length;
  const { chosen, composeIn, keep } = useLaneChoice(lanes, page.ideaTags !== null);
  const views = useLaneViews(lanes, { badges, openThreads, writers, changed, openCardId }, (each) =>
    matchesFilter(each, filter, (id) => actorOf(id)?.name ?? ""),
  );
  const { carrier, board, told } = useBoardCarrier();
  const openCard = useOpenCard();
  const tagged = useTagged(initiatives);
  const compose = useCallback(() => {
    keep(composeIn);
    composing.compose(composeIn);
  }, [composing.compose, composeIn, keep]);
  const openList = useCallback(() => setListOpen(true), []);
  useUndoKeys();

  return (
    <CarrierProvider value={carrier}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-[22px]/8 tracking-[-0.01em]">{t("heading", { name: page.board.organisation.name })}</h1>
          <span className="rounded-full border border-line bg-surface px-2.5 text-xs/6">
            {isFiltering(filter) ? t("countFiltered", { shown: views.count, count }) : t("count", { count })}
          </span>
          {page.opensOrganisation && <ReadableBy board={page.board} />}
        </div>
        <BoardToolbar
          tagged={tagged}
          filter={filter}
          binnedCount={binned.length}
          onAdd={compose}
          onInsertList={openList}
        />
      </div>
      <TroubleNotice />
      {!page.canWrite && <p className="mb-3 text-muted">{t("readOnly", { name: page.board.organisation.name })}</p>}
      <SinceLastVisit news={page.news} count={changed.size} onDismiss={() => setChanged(new Set())} />
      <NewsOfOthers initiatives={initiatives} />
      {isBinOpen && <BinPanel binned={binned} />}
      {count === 0 && composing.lane === null && (
        <div className="mb-4">
          <EmptyState heading={t("empty.heading")}>
            {page.canWrite ? t("empty.text") : t("empty.reader", { name: page.board.organisation.name })}
          </EmptyState>
        </div>
      )}
      <LaneSwitch chosen={chosen} counts={LANES.map((lane) => views.byLane[lane].length)} />
      <p aria-live="assertive" className="sr-only">
        {told}
      </p>
      <div
        ref={board}
        className={classNames(
          "grid flex-1 items-stretch gap-3 sm:grid-cols-2 print:grid-cols-2",
          openCardId === null ? "md:grid-cols-4" : "md:grid-cols-4 lg:grid-cols-2 xl:grid-cols-4",
        )}
      >
        {LANES.map((lane) => (
          <Lane
            key={lane}
            lane={lane}
            cards={views.byLane[lane]}
            total={lanes[lane].length}
            isFiltering={isFiltering(filter)}
            isChosen={lane === chosen}
            isComposing={canEdit && composing.lane === lane}
            first={lanes[lane][0]?.id ?? null}
            count={count}
            shown={shownPerLane(params)}
            search={searchWithoutCard(params)}
            tags={composing.tags}
            onCompose={composing.compose}
            onOpen={openCard}
          />
        ))}
      </div>
      {isListOpen && (
        <Suspense>
          <ListDialog count={count} onClose={() => setListOpen(false)} />
        </Suspense>
      )}
    </CarrierProvider>
  );
}

/** Opens a card beside the board; the same function for as long as the board is there, so that no lane is painted for it. */
function useOpenCard(): (id: string) => void {
  const navigate = useNavigate();
  const newest = useRef(navigate);
  newest.current = navigate;
  return useCallback((id) => {
    const search = searchWithoutCard(new URLSearchParams(window.location.search));
    newest.current(addressOfCard(search, id), { preventScrollReset: true });
  }, []);
}

interface LaneSwitchProps {
  readonly chosen: LaneKey;
  /** Of cards that are shown, in the order of the lanes. */
  readonly counts: readonly number[];
}

const saysTheSame = (before: LaneSwitchProps, now: LaneSwitchProps): boolean =>
  before.chosen === now.chosen && before.counts.join() === now.counts.join();

/** On a narrow screen one lane at a time; links, so that Back and a page without scripts know them too. */
const LaneSwitch = memo(function LaneSwitch({ chosen, counts }: LaneSwitchProps) {
  const { t } = useTranslation("board");
  const { t: word } = useTranslation("vocabulary");
  const [params] = useSearchParams();
  const carried = useStore(useCarrier().carried, null);
  return (
    <nav aria-label={t("lanes")} className="sticky top-14 z-20 -mx-3 mb-2 bg-bg px-3 py-1.5 sm:hidden print:hidden">
      <ul className="grid grid-cols-4 rounded-lg bg-sand p-1">
        {LANES.map((lane, at) => (
          <li key={lane} className="min-w-0">
            <Link
              to={`?${withParams(params, { [LANE_PARAM]: lane })}`}
              preventScrollReset
              replace
              draggable={false}
              aria-current={lane === chosen ? "true" : undefined}
              data-lane-tab={lane}
              className={classNames(
                "flex min-h-11 flex-col items-center justify-center rounded-md text-xs/4",
                lane === chosen ? "bg-surface font-semibold text-ink shadow-card" : "text-muted",
                lane !== chosen && carried?.spot?.lane === lane && "ring-2 ring-primary",
              )}
            >
              <span className="max-w-full truncate px-0.5">{word(`lane.${lane}`)}</span>
              <span aria-hidden="true">{counts[at]}</span>
              <span className="sr-only">{t("laneCount", { count: counts[at] ?? 0 })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}, saysTheSame);
