import type { Services } from "#app/http/load-context.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import type { Language } from "#app/text/texts.ts";
import { listActorUses, loadsOf } from "#db/queries/actor-uses.ts";
import { loadRegistry } from "#db/queries/actors.ts";
import { type BoardSummary, summariseBoards, tallyFindings, usedThemeIds } from "#db/queries/board-summaries.ts";
import { type ReadableBoard, readableBoards } from "#db/queries/boards.ts";
import { findRun } from "#db/queries/live/run.ts";
import { listOrganisations } from "#db/queries/organisations.ts";
import { workshopSubject } from "#db/queries/workshops.ts";
import { compareDanish } from "#domain/danish-order.ts";
import { belongsTo, can, type Person, type WorkshopSubject } from "#domain/permissions.ts";
import { termsOf } from "#domain/vocabulary.ts";

const SOUGHT_SHOWN = 5;
/** Initiatives that count on an actor, before its kommuner might ask it together. */
const SOUGHT_FROM = 2;

/** A kommune in the workshop: with its board where the reader may read it. */
export interface Kommune {
  readonly id: string;
  readonly name: string;
  readonly board: (BoardSummary & { readonly id: string; readonly overlap: number; readonly synergy: number }) | null;
  readonly isOwn: boolean;
}

interface Asking {
  readonly person: Person;
  readonly workshopId: string;
  readonly language: Language;
}

export async function loadWorkshopPage({ db }: Services, { person, workshopId, language }: Asking) {
  const subject = await workshopSubject(db, workshopId);
  if (subject === null) throw notFound();
  const boards = (await readableBoards(db, person)).filter(({ workshop }) => workshop.id === workshopId);
  const boardIds = boards.map(({ id }) => id);
  const tally = await tallyFindings(db, boards);
  const summaries = await summariseBoards(db, boardIds);
  const participants = await participantsOf({ db }, subject);
  const used = await usedThemeIds(db, boardIds);
  return {
    kommuner: participants
      .filter(({ kind }) => kind === "municipality")
      .map(
        (organisation): Kommune => ({
          id: organisation.id,
          name: organisation.name,
          isOwn: belongsTo(person, organisation.id),
          board: kommuneBoard(boards, { organisation, summaries, tally }),
        }),
      ),
    others: participants.filter(({ kind }) => kind !== "municipality").map(({ name }) => name),
    findings: { byKind: tally.byKind, total: tally.total, decided: tally.decided },
    sought: await soughtActors({ db }, boards),
    ideaBoardId:
      boards.find(({ access, organisation }) => access === "write" && belongsTo(person, organisation.id))?.id ?? null,
    untouched: boards.length === 0 ? [] : termsOf("themes", language).filter(({ id }) => !used.has(id)),
    facilitates: can(person, "workshop.edit", subject),
    /** It has been opened for participants once: there are names in it. */
    hasRun: findRun(db, workshopId) !== null,
  };
}

type Db = Pick<Services, "db">;

async function participantsOf({ db }: Db, { organisationIds }: WorkshopSubject) {
  const taking = new Set(organisationIds);
  return (await listOrganisations(db)).filter(({ id }) => taking.has(id));
}

function kommuneBoard(
  boards: readonly ReadableBoard[],
  facts: {
    organisation: { readonly id: string };
    summaries: ReadonlyMap<string, BoardSummary>;
    tally: Awaited<ReturnType<typeof tallyFindings>>;
  },
): Kommune["board"] {
  const board = boards.find((each) => each.organisation.id === facts.organisation.id);
  const summary = board && facts.summaries.get(board.id);
  if (board === undefined || summary === undefined) return null;
  return { id: board.id, ...summary, ...(facts.tally.byBoard.get(board.id) ?? { overlap: 0, synergy: 0 }) };
}

/** Those that most initiatives count on, most first. */
async function soughtActors({ db }: Db, boards: readonly ReadableBoard[]) {
  const registry = await loadRegistry(db);
  const loads = loadsOf(await listActorUses(db, boards, registry), boards);
  return [...loads]
    .flatMap(([id, { initiatives }]) => {
      const entry = registry.get(id);
      return entry && initiatives >= SOUGHT_FROM
        ? [{ id, name: entry.shortName ?? entry.name, type: entry.type, initiatives }]
        : [];
    })
    .sort((a, b) => b.initiatives - a.initiatives || compareDanish(a.name, b.name))
    .slice(0, SOUGHT_SHOWN);
}
