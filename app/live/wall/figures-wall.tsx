import type { AgendaItem } from "#domain/live/agenda.ts";
import type { LiveView } from "#domain/live/view.ts";
import { BoardsWall } from "./boards-wall.tsx";
import { IndicatorWall } from "./indicator-wall.tsx";

/** What an item that frames shows the hall: figures over the years, what the boards say together, or both. */
export function FiguresWall({
  view,
  item,
}: {
  readonly view: LiveView;
  readonly item: Pick<AgendaItem, "indicators">;
}) {
  return (
    <div className="grid gap-[1.6em]">
      <IndicatorWall item={item} />
      <BoardsWall check={view.check.now} />
    </div>
  );
}
