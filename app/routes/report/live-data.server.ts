import type { Services } from "#app/http/load-context.server.ts";
import { originText } from "#app/live/origins.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { projectedInitiatives } from "#db/queries/board-page.ts";
import { type Board, readableBoards } from "#db/queries/boards.ts";
import { newInitiatives } from "#db/queries/live/ideas.ts";
import { findRun, type WorkshopRun } from "#db/queries/live/run.ts";
import { readLiveView } from "#db/queries/live/view.ts";
import { listOrganisations } from "#db/queries/organisations.ts";
import { compareDanish } from "#domain/danish-order.ts";
import type { InitiativeStatus } from "#domain/initiative.ts";
import type { LiveView } from "#domain/live/view.ts";
import { type LiveReport, makeLiveReport } from "./live-report.ts";
import type { ReportPlace } from "./require-report.server.ts";

export interface NewOnBoard {
  readonly boardId: string;
  readonly initiativeId: string;
  readonly title: string;
  readonly municipality: string;
  /** The idea or group that it came from, in its words. */
  readonly origin: string | null;
}

export interface WholeLiveReport extends LiveReport {
  readonly anonymisedAt: number | null;
  /** In a kommune's edition: what stands on its board, where the reader may read it. */
  readonly initiatives: readonly { readonly title: string; readonly status: InitiativeStatus }[];
  /** What the day added to the boards; in a kommune's edition to its own, else to those that everybody reads. */
  readonly newInitiatives: readonly NewOnBoard[];
}

export async function loadLiveReport(
  { db }: Pick<Services, "db">,
  place: ReportPlace,
): Promise<WholeLiveReport | null> {
  const { workshop, organisationId } = place;
  const run = findRun(db, workshop.id);
  const view = await readLiveView(db, workshop.id);
  const options = { withNames: run?.namesInReport === true, organisationId, compare: compareDanish };
  const report = makeLiveReport(view, options);
  if (report === null || run === null) return null;
  const boards = await boardsOf(db, place);
  return {
    ...report,
    anonymisedAt: run.anonymisedAt,
    initiatives: organisationId === null ? [] : await initiativesOn(db, boards),
    newInitiatives: await newOn(db, { run, view, boards }),
  };
}

/** A kommune's own in its edition; in the whole those that all who take part may read, whoever asks for it. */
async function boardsOf(db: Services["db"], { person, workshop, organisationId }: ReportPlace): Promise<Board[]> {
  const readable = await readableBoards(db, person);
  return readable
    .filter((board) => board.workshop.id === workshop.id)
    .filter((board) =>
      organisationId === null ? board.visibility !== "own" : board.organisation.id === organisationId,
    )
    .sort((a, b) => compareDanish(a.organisation.name, b.organisation.name));
}

interface DayOnBoards {
  readonly run: WorkshopRun;
  readonly view: LiveView;
  readonly boards: readonly Board[];
}

async function newOn(db: Services["db"], { run, view, boards }: DayOnBoards): Promise<NewOnBoard[]> {
  const ids = boards.map(({ id }) => id);
  return (await newInitiatives(db, run, ids)).map(({ origin, ...idea }) => ({
    ...idea,
    municipality: boards.find(({ id }) => id === idea.boardId)?.organisation.name ?? "",
    origin: origin === null ? null : originOf({ title: idea.title, named: originText(view, origin.id) }, origin.texts),
  }));
}

/** An initiative that is called as its group tells what stood in the group. */
const originOf = ({ title, named }: { title: string; named: string | null }, texts: readonly string[]): string =>
  named !== null && named !== title ? named : texts.join("; ");

async function initiativesOn(db: Services["db"], boards: readonly Board[]): Promise<WholeLiveReport["initiatives"]> {
  const all = await Promise.all(boards.map(({ id }) => projectedInitiatives(db, id)));
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
