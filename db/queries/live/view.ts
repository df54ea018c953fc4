/** What the rooms of a live workshop show, read from the database. Nothing here may read what is not shown to everybody. */
import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { findWorkshop } from "#db/queries/workshops.ts";
import { participant } from "#db/schema/live.ts";
import { person } from "#db/schema/person.ts";
import { workshopTable } from "#db/schema/workshop.ts";
import type { AgendaItem } from "#domain/live/agenda.ts";
import { BOARDS_OVERVIEW } from "#domain/live/indicator.ts";
import { LIVE_SECTIONS, type LiveSection, type LiveView, type Stage } from "#domain/live/view.ts";
import type { Workshop } from "#domain/workshop.ts";
import { agendaIn } from "./agenda.ts";
import { ideasSection } from "./ballot-targets.ts";
import { ballotSection, votersSection } from "./ballots.ts";
import { checkOf } from "./check-section.ts";
import { commitmentsSection } from "./commitments.ts";
import { entriesSection } from "./entries.ts";
import { clustersIn, countsIn, notesIn } from "./note-sections.ts";
import { organisationsTakingPart } from "./organisations.ts";
import { SHOWN_OF_PARTICIPANT } from "./participants.ts";
import { questionsSection } from "./questions.ts";
import { findRun, timerOf, type WorkshopRun } from "./run.ts";

const NOTHING: LiveView = {
  stage: {},
  agenda: {},
  organisations: {},
  tables: {},
  participants: {},
  counts: {},
  notes: {},
  clusters: {},
  ballots: {},
  voters: {},
  commitments: {},
  entries: {},
  questions: {},
  ideas: {},
  check: {},
};

interface Opened {
  readonly db: Database;
  readonly workshopId: string;
  readonly run: WorkshopRun;
}

/** Each reads its own section alone: what changes often is read without the rest. */
const READERS: { readonly [S in LiveSection]: (opened: Opened) => LiveView[S] | Promise<LiveView[S]> } = {
  stage: async ({ db, workshopId, run }) => {
    const workshop = await findWorkshop(db, workshopId);
    return workshop === null ? {} : { now: stageOf(run, workshop) };
  },
  agenda: ({ db, workshopId }) => Object.fromEntries(agendaIn(db, workshopId).map(({ id, ...item }) => [id, item])),
  organisations: ({ db, workshopId }) => organisationsIn(db, workshopId),
  tables: ({ db, workshopId }) => tablesIn(db, workshopId),
  participants: ({ db, workshopId }) => participantsIn(db, workshopId),
  counts: ({ db, workshopId }) => countsIn(db, workshopId),
  notes: ({ db, workshopId }) => notesIn(db, workshopId),
  clusters: ({ db, workshopId }) => clustersIn(db, workshopId),
  ballots: ({ db, workshopId }) => ballotSection(db, workshopId, agendaIn(db, workshopId)),
  voters: ({ db, workshopId }) => votersSection(db, workshopId),
  commitments: ({ db, workshopId }) => commitmentsSection(db, workshopId),
  entries: ({ db, workshopId }) => entriesSection(db, workshopId),
  questions: ({ db, workshopId }) => questionsSection(db, workshopId),
  ideas: ({ db, workshopId, run }) => ideasSection(db, agendaIn(db, workshopId), run.itemId),
  check: async ({ db, workshopId, run }) => {
    const isOn = agendaIn(db, workshopId).some((item) => item.id === run.itemId && showsBoards(item));
    return isOn ? { now: await checkOf(db, workshopId) } : {};
  },
};

/** Empty while the workshop has not been opened for participants. */
export async function readLiveView(db: Database, workshopId: string): Promise<LiveView> {
  return { ...NOTHING, ...(await readLiveSections(db, workshopId, LIVE_SECTIONS)) };
}

/** These sections of it. */
export async function readLiveSections(
  db: Database,
  workshopId: string,
  sections: Iterable<LiveSection>,
): Promise<Partial<LiveView>> {
  const run = findRun(db, workshopId);
  if (run === null) return {};
  const read = async (section: LiveSection) => [section, await READERS[section]({ db, workshopId, run })] as const;
  return Object.fromEntries(await Promise.all([...sections].map(read)));
}

const showsBoards = ({ kind, indicators }: AgendaItem): boolean =>
  kind === "synergy-check" || (indicators ?? []).includes(BOARDS_OVERVIEW);

/** As the participants' view; while the projector is frozen, as it was then. Black is black at once. */
export async function readScreenView(db: Database, workshopId: string): Promise<LiveView> {
  return { ...NOTHING, ...(await readScreenSections(db, workshopId, LIVE_SECTIONS)) };
}

/** These sections of it; while it is frozen nothing changes but whether it is black, and that is the stage's. */
export async function readScreenSections(
  db: Database,
  workshopId: string,
  sections: Iterable<LiveSection>,
): Promise<Partial<LiveView>> {
  const run = findRun(db, workshopId);
  if (run === null || run.frozenScreen === null) return readLiveSections(db, workshopId, sections);
  if (![...sections].includes("stage")) return {};
  // What was frozen by an earlier version lacks what has come since.
  const frozen: LiveView = { ...NOTHING, ...(JSON.parse(run.frozenScreen) as Partial<LiveView>) };
  const { now } = frozen.stage;
  return now === undefined ? frozen : { ...frozen, stage: { now: { ...now, isBlack: run.isBlack } } };
}

const stageOf = (run: WorkshopRun, workshop: Workshop): Stage => ({
  workshopId: workshop.id,
  title: workshop.title,
  joinCode: run.joinCode,
  state: stateOf(run),
  itemId: run.closedAt === null ? run.itemId : null,
  timer: run.closedAt === null ? timerOf(run) : null,
  plannedAt: workshop.startsAt,
  spotlightId: run.spotlightId,
  pointedId: run.pointedId,
  leadPersonId: run.leadPersonId,
  leadSeenAt: run.leadSeenAt,
  isBlack: run.isBlack,
  isFrozen: run.frozenScreen !== null,
});

function stateOf({ closedAt, startedAt }: WorkshopRun): Stage["state"] {
  if (closedAt !== null) return "closed";
  return startedAt === null ? "lobby" : "running";
}

const organisationsIn = (db: Database, workshopId: string): LiveView["organisations"] =>
  Object.fromEntries(organisationsTakingPart(db, workshopId).map(({ id, ...shown }) => [id, shown]));

function tablesIn(db: Database, workshopId: string): LiveView["tables"] {
  const rows = db.select().from(workshopTable).where(eq(workshopTable.workshopId, workshopId)).all();
  return Object.fromEntries(rows.map(({ id, number, name }) => [id, { number, name }]));
}

function participantsIn(db: Database, workshopId: string): LiveView["participants"] {
  const rows = db
    .select(SHOWN_OF_PARTICIPANT)
    .from(participant)
    .innerJoin(person, eq(person.id, participant.personId))
    .where(eq(participant.workshopId, workshopId))
    .orderBy(asc(participant.joinedAt), asc(participant.id))
    .all();
  return Object.fromEntries(rows.map(({ id, ...shown }) => [id, shown]));
}
