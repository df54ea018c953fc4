import { Link } from "@remix-run/react";
import { Plus } from "lucide-react";
import { memo, Suspense } from "react";
import { IconButton } from "#app/components/button.tsx";
import { classNames } from "#app/components/class-names.ts";
import { later } from "#app/components/later.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { IdeaTags } from "#domain/idea-start.ts";
import type { Lane as LaneKey } from "#domain/initiative.ts";
import { useBoard } from "./board-context.tsx";
import { LANE_STEP, SHOWN_PARAM, withParams } from "./board-view.ts";
import { LaneCards } from "./lane-cards.tsx";
import type { CardView } from "./use-card-views.ts";

const Composer = later(() => import("./composer.tsx"));

export interface LaneProps {
  readonly lane: LaneKey;
  readonly cards: readonly CardView[];
  /** Cards of the lane with those that the filter hides. */
  readonly total: number;
  readonly isFiltering: boolean;
  /** On a narrow screen one lane is shown at a time. */
  readonly isChosen: boolean;
  /** Whether a new card is being written here. */
  readonly isComposing: boolean;
  /** What a new card is tagged with from the start; the same object for as long as it says the same. */
  readonly tags: IdeaTags;
  readonly first: string | null;
  /** Cards on the board, in all lanes. */
  readonly count: number;
  /** Cards that are drawn before one asks for more. */
  readonly shown: number;
  /** The address's query without an open card. */
  readonly search: string;
  readonly onCompose: (lane: LaneKey | null) => void;
  readonly onOpen: (id: string) => void;
}

/** Painted anew only when one of its own cards changes. */
export const Lane = memo(function Lane(props: LaneProps) {
  const { lane, cards, total, isFiltering, isChosen, isComposing, first, count, shown, search, onCompose } = props;
  const { t } = useTranslation("board");
  const { t: word } = useTranslation("vocabulary");
  const { canEdit } = useBoard();
  const name = word(`lane.${lane}`);
  return (
    <section
      aria-labelledby={`lane-${lane}`}
      data-lane={lane}
      className={classNames(
        "flex min-w-0 flex-col rounded-xl bg-sand px-2.5 pb-3 max-sm:pt-2.5 print:bg-transparent",
        isChosen ? "" : "max-sm:hidden print:flex",
      )}
    >
      <div className="sticky top-14 z-10 -mx-2.5 flex items-center gap-2 rounded-t-xl bg-sand px-3.5 py-2.5 max-sm:sr-only print:static">
        <h2 id={`lane-${lane}`} className="text-[13px]/5">
          {name}
        </h2>
        <span className="rounded-full bg-surface px-2 text-xs/5 font-medium">
          <span aria-hidden="true">{isFiltering ? `${cards.length}/${total}` : total}</span>
          <span className="sr-only">{t("laneCount", { count: cards.length })}</span>
        </span>
        {canEdit && (
          <IconButton
            size="small"
            label={t("add.inLane", { lane: name })}
            onPress={() => onCompose(lane)}
            className="-my-1 ml-auto"
          >
            <Plus aria-hidden="true" />
          </IconButton>
        )}
      </div>
      {isComposing && (
        <Suspense>
          <Composer lane={lane} first={first} count={count} tags={props.tags} onClose={() => onCompose(null)} />
        </Suspense>
      )}
      <LaneCards
        lane={lane}
        cards={cards.slice(0, shown)}
        search={search}
        onOpen={props.onOpen}
        emptyText={t(isFiltering && total > 0 ? "emptyLaneFiltered" : "emptyLane")}
      />
      {cards.length > shown && (
        <Link
          to={`?${withParams(new URLSearchParams(search), { [SHOWN_PARAM]: String(shown + LANE_STEP) })}`}
          preventScrollReset
          replace
          className="link mt-2 self-center text-[13px]/6"
        >
          {t("showMore", { count: Math.min(LANE_STEP, cards.length - shown) })}
        </Link>
      )}
    </section>
  );
});
