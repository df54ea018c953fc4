import type { CompareView } from "#domain/compare.ts";

/** The same view with all initiatives of one kommune open. */
export const municipalityView = (view: CompareView, organisationId: string): CompareView => ({
  ...view,
  cell: { rowId: null, organisationId },
});
