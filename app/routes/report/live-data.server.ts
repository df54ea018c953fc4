import type { Services } from "#app/http/load-context.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { projectedInitiatives } from "#db/queries/board-page.ts";
import { readableBoards } from "#db/queries/boards.ts";
import { findRun } from "#db/queries/live/run.ts";
import { readLiveView } from "#db/queries/live/view.ts";
import { listOrganisations } from "#db/queries/organisations.ts";
import { compareDanish } from "#domain/danish-order.ts";
import type { InitiativeStatus } from "#domain/initiative.ts";
import { type LiveReport, makeLiveReport } from "./live-report.ts";
import type { ReportPlace } from "./require-report.server.ts";

export interface WholeLiveReport extends LiveReport {
  readonly anonymisedAt: number | null;
  /** In a kommune's edition: what stands on its board, where the reader may read it. */
  readonly initiatives: readonly { readonly title: string; readonly status: InitiativeStatus }[];
}

export async function loadLiveReport(
  { db }: Pick<Services, "db">,
  place: ReportPlace,
): Promise<WholeLiveReport | null> {
  const { workshop, organisationId } = place;
  const run = findRun(db, workshop.id);
  const options = { withNames: run?.namesInReport === true, organisationId, compare: compareDanish };
  const report = makeLiveReport(await readLiveView(db, workshop.id), options);
  if (report === null) return null;
  return { ...report, anonymisedAt: run?.anonymisedAt ?? null, initiatives: await initiativesOf({ db }, place) };
}

async function initiativesOf(
  { db }: Pick<Services, "db">,
  { person, workshop, organisationId }: ReportPlace,
): Promise<WholeLiveReport["initiatives"]> {
  const own = (await readableBoards(db, person)).filter(
    (board) => board.workshop.id === workshop.id && board.organisation.id === organisationId,
  );
  const all = await Promise.all(own.map(({ id }) => projectedInitiatives(db, id)));
  return all
    .flat()
    .filter(({ binnedAt }) => binnedAt === null)
    .map(({ title, status }) => ({ title, status }));
}

/** The editions that may be chosen, by name. */
export async function loadEditions(
  { db }: Pick<Services, "db">,
  { editions }: ReportPlace,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const all = await listOrganisations(db);
  return all
    .filter(({ id, kind }) => editions.includes(id) && kind === "municipality")
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => compareDanish(a.name, b.name));
}

/** Somebody took the report as a file. */
export async function noteExport({ db, now }: Services, { person, workshop }: ReportPlace): Promise<void> {
  await recordAudit(db, { at: now(), personId: person.id, action: "export", subject: workshop.id });
}
