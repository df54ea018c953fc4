import type { ReadableBoard } from "#db/queries/boards.ts";
import type { Finding } from "#db/queries/findings.ts";
import { type FindingView, inScope, readFindingView, showFindings, writeFindingView } from "#domain/finding-list.ts";

/** A list of findings that somebody's answer is missing to. */
export interface WaitingList {
  readonly href: string;
  readonly workshop: string;
  /** With kommuner that do not take part in the workshop. */
  readonly isOutside: boolean;
  /** As many as the list shows. */
  readonly count: number;
}

/** Where a kommune finds what waits on its boards: within each of its workshops, and between that one and others. */
export function waitingLists(
  findings: readonly Finding[],
  own: readonly Pick<ReadableBoard, "workshop" | "organisation">[],
): WaitingList[] {
  const listed = findings.map((finding) => ({
    ...finding,
    actorIds: [],
    probability: 1,
    isAssessed: false,
    tableId: null,
  }));
  const lists = own.flatMap(({ workshop, organisation }) =>
    [false, true].map((isOutside) => {
      const view: FindingView = {
        ...readFindingView(new URLSearchParams()),
        municipality: organisation.id,
        outside: isOutside,
      };
      const shown = showFindings(inScope(listed, workshop.id, isOutside), view, { ownIds: [] });
      const href = `/workshops/${workshop.id}/findings?${writeFindingView(view)}`;
      return { href, workshop: workshop.title, isOutside, count: shown.length };
    }),
  );
  return lists.filter(({ count }) => count > 0);
}
