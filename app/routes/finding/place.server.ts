import type { Services } from "#app/http/load-context.server.ts";
import type { FindingWithReasons } from "#db/queries/findings.ts";
import { loadWorkshopFindings, ownOrganisations } from "#db/queries/workshop-findings.ts";
import { findWorkshop, workshopSubject } from "#db/queries/workshops.ts";
import { type FindingView, readFindingView, showFindings, usualOrder, writeFindingView } from "#domain/finding-list.ts";
import { can, type Person } from "#domain/permissions.ts";
import type { Workshop } from "#domain/workshop.ts";

/** Where the finding stands in the list that the reader came from. */
export interface PairPlace {
  readonly workshop: { readonly id: string; readonly title: string };
  /** The list with the reader's filters. */
  readonly list: string;
  readonly position: number;
  readonly count: number;
  readonly previous: string | null;
  readonly next: string | null;
}

interface Coming {
  readonly person: Person;
  readonly finding: FindingWithReasons;
  /** The address of the page: `in` names the workshop, the rest is the list's own filter. */
  readonly params: URLSearchParams;
}

/** Null for a reader who may open neither of the workshops, such as one who was given a single board to read. */
export async function findPlace(context: Services, coming: Coming): Promise<PairPlace | null> {
  const workshop = await workshopOf(context, coming);
  if (workshop === null) return null;
  const { person, finding, params } = coming;
  const { inside, outside } = await loadWorkshopFindings(context.db, person, workshop.id);
  const isOutside = outside.some(({ id }) => id === finding.id);
  const view = { ...readFindingView(params), outside: isOutside };
  const among = isOutside ? outside : inside;
  const ownIds = ownOrganisations(person, among);
  const order = view.order ?? usualOrder(ownIds);
  const shown = showFindings(among, { ...view, order }, { ownIds, keep: finding.id });
  const at = shown.findIndex(({ id }) => id === finding.id);
  const hrefOf = (index: number) => {
    const other = shown[index];
    return other === undefined ? null : pairHref(other.id, workshop.id, view);
  };
  const search = writeFindingView(view);
  return {
    workshop: { id: workshop.id, title: workshop.title },
    list: `/workshops/${workshop.id}/findings${search === "" ? "" : `?${search}`}`,
    position: at + 1,
    count: shown.length,
    previous: hrefOf(at - 1),
    next: hrefOf(at + 1),
  };
}

function pairHref(findingId: string, workshopId: string, view: FindingView): string {
  const params = new URLSearchParams(writeFindingView(view));
  params.set("in", workshopId);
  return `/findings/${findingId}?${params}`;
}

/** The workshop that the address names, otherwise one that the finding belongs to. */
async function workshopOf({ db }: Services, { person, finding, params }: Coming): Promise<Workshop | null> {
  for (const id of [params.get("in"), finding.a.workshop.id, finding.b.workshop.id]) {
    const subject = id === null ? null : await workshopSubject(db, id);
    if (subject !== null && can(person, "workshop.read", subject)) return findWorkshop(db, subject.id);
  }
  return null;
}
