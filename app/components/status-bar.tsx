import { useTranslation } from "#app/text/use-translation.ts";
import { LANES, type Lane } from "#domain/initiative.ts";
import { classNames } from "./class-names.ts";

const LANE_COLOURS: Record<Lane, string> = {
  idea: "bg-lane-idea",
  trial: "bg-lane-trial",
  running: "bg-lane-running",
  finished: "bg-lane-finished",
};

export interface StatusBarProps {
  readonly counts: Readonly<Record<Lane, number>>;
  /** Whether the counts are also written under the bar; without them they are read aloud all the same. */
  readonly isWritten?: boolean;
}

/** How far a board's initiatives are: one stretch per lane, as long as its share. */
export function StatusBar({ counts, isWritten = false }: StatusBarProps) {
  const { t } = useTranslation("vocabulary");
  const filled = LANES.filter((lane) => counts[lane] > 0);
  return (
    <div>
      <div className="flex h-1.5 overflow-hidden rounded-full bg-sand print:h-2" aria-hidden="true">
        {filled.map((lane) => (
          <span key={lane} className={LANE_COLOURS[lane]} style={{ flexGrow: counts[lane] }} />
        ))}
      </div>
      <ul className={isWritten ? "mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted" : "sr-only"}>
        {filled.map((lane) => (
          <li key={lane} className="flex items-center gap-1.5">
            {isWritten && <LaneMark lane={lane} />}
            {t(`laneCount.${lane}`, { count: counts[lane] })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The colour of a lane beside its name. */
export function LaneMark({ lane }: { readonly lane: Lane }) {
  return <span className={classNames("size-2.5 shrink-0 rounded-[3px]", LANE_COLOURS[lane])} aria-hidden="true" />;
}
