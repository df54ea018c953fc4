/** The looks of a lane without cards, the same before and after dragging has come. */
export const emptyLaneClass =
  "rounded-lg border border-dashed border-edge px-3 py-5 text-center text-xs/5 text-muted print:hidden";
