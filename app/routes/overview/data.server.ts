import type { CurrentSession, Services } from "#app/http/load-context.server.ts";
import { tellReasons } from "#app/http/told-reasons.server.ts";
import type { ReasonWords } from "#app/text/reason-text.ts";
import { lastVisitAt } from "#db/queries/board-page.ts";
import { newestInitiatives, summariseBoards } from "#db/queries/board-summaries.ts";
import { type ReadableBoard, readableBoards } from "#db/queries/boards.ts";
import { type Finding, listFindings } from "#db/queries/findings.ts";
import { listOrganisations } from "#db/queries/organisations.ts";
import { readableWorkshops } from "#db/queries/workshops.ts";
import { isOpen, isStanding } from "#domain/finding.ts";
import { belongsTo, type Person } from "#domain/permissions.ts";
import type { Workshop } from "#domain/workshop.ts";
import { loadAcross } from "./across.server.ts";
import { newsOf } from "./finding-news.ts";
import { waitingLists } from "./waiting-lists.ts";

const BOARDS_SHOWN = 3;
const WAITING_SHOWN = 5;
const NEWS_SHOWN = 5;
const REASONS_SHOWN = 2;
const RECENT_MS = 30 * 24 * 60 * 60 * 1000;

/** Everything on the first page; only what the person may read is in it or counted. */
export async function loadOverview({ db, now }: Services, { person }: CurrentSession, words: ReasonWords) {
  const at = now();
  const boards = await readableBoards(db, person);
  const own = boards.filter(({ organisation }) => belongsTo(person, organisation.id));
  const findings = await findingsOf({ db }, boards, own);
  const ownIds = new Set(own.map(({ organisation }) => organisation.id));
  const waiting = findings.filter(({ decision }) => isOpen(decision) && decision.awaits.some((id) => ownIds.has(id)));
  const othersBoards = boards.filter(({ organisation }) => !ownIds.has(organisation.id)).map(({ id }) => id);
  const since = { recent: at - RECENT_MS, lastVisit: await lastVisitAt(db, { personId: person.id, now: at }) };
  const first = waiting.slice(0, WAITING_SHOWN);
  const reasons = await tellReasons({ db }, first, { words, count: REASONS_SHOWN });
  const workshops = await workshopsOf({ db }, { person, boards, at });
  const lookedAfter = own.length === 0 ? workshops.next : null;
  return {
    now: at,
    organisations: await organisationNames({ db }, ownIds),
    boards: await ownBoards({ db }, findings, own.slice(0, BOARDS_SHOWN)),
    waiting: {
      count: waiting.length,
      lists: waitingLists(findings, own),
      first: first.map((each) => ({ ...newsOf(each, ownIds), reasons: reasons.get(each.id) ?? [] })),
    },
    answers: answersIn(findings, { ownIds, ...since }).slice(0, NEWS_SHOWN),
    found: findings
      .filter((each) => isOpen(each.decision) && each.foundAt > (since.lastVisit ?? at))
      .slice(0, NEWS_SHOWN)
      .map((each) => newsOf(each, ownIds)),
    others: await newestInitiatives(db, othersBoards, NEWS_SHOWN),
    across: lookedAfter && (await loadAcross({ db }, { person, workshop: lookedAfter, words })),
    workshops,
  };
}

type Db = Pick<Services, "db">;

/** Findings with a side on one of the person's own boards, each once, strongest first. */
async function findingsOf({ db }: Db, boards: readonly ReadableBoard[], own: readonly ReadableBoard[]) {
  const touching = await Promise.all(own.map(({ id }) => listFindings(db, boards, { touching: [id] })));
  const once = new Map(touching.flat().map((finding) => [finding.id, finding]));
  return [...once.values()].sort((a, b) => b.score - a.score);
}

async function organisationNames({ db }: Db, ids: ReadonlySet<string>): Promise<string[]> {
  return (await listOrganisations(db)).filter(({ id }) => ids.has(id)).map(({ name }) => name);
}

async function ownBoards({ db }: Db, findings: readonly Finding[], own: readonly ReadableBoard[]) {
  const summaries = await summariseBoards(
    db,
    own.map(({ id }) => id),
  );
  return own.map(({ id, organisation, workshop }) => {
    const standing = findings.filter((finding) => isStanding(finding.decision) && touches(finding, id));
    const overlap = standing.filter(({ kind }) => kind === "overlap").length;
    const { initiatives, actors, lanes } = summaries.get(id) ?? EMPTY_BOARD;
    const synergy = standing.length - overlap;
    return {
      id,
      organisation: organisation.name,
      organisationId: organisation.id,
      workshop,
      initiatives,
      actors,
      lanes,
      overlap,
      synergy,
    };
  });
}
const EMPTY_BOARD = { initiatives: 0, actors: 0, lanes: { idea: 0, trial: 0, running: 0, finished: 0 } };

const touches = ({ a, b }: Finding, boardId: string): boolean => a.boardId === boardId || b.boardId === boardId;

/** What other kommuner answered lately about the person's own initiatives, newest first. */
function answersIn(
  findings: readonly Finding[],
  { ownIds, recent, lastVisit }: { ownIds: ReadonlySet<string>; recent: number; lastVisit: number | null },
) {
  return findings
    .flatMap((finding) =>
      finding.decision.standing
        .filter(({ organisationId, at }) => at > recent && !ownIds.has(organisationId))
        .map(({ answer, at }) => ({ ...newsOf(finding, ownIds), answer, at, isFresh: at > (lastVisit ?? 0) })),
    )
    .sort((a, b) => b.at - a.at);
}

/** The next workshop first, or the one made last where none is ahead. */
async function workshopsOf(
  { db }: Db,
  { person, boards, at }: { person: Person; boards: readonly ReadableBoard[]; at: number },
) {
  const kommuner = (id: string) => boards.filter(({ workshop }) => workshop.id === id).length;
  const all = (await readableWorkshops(db, person)).map((each) => ({ ...each, kommuner: kommuner(each.id) }));
  const isAhead = ({ startsAt, endsAt }: Workshop) => (endsAt ?? startsAt ?? 0) >= at;
  const ahead = all.filter(isAhead).sort((a, b) => (a.startsAt ?? 0) - (b.startsAt ?? 0));
  const mine = all.filter(({ id }) => boards.some(({ workshop, access }) => workshop.id === id && access === "write"));
  const next = ahead[0] ?? mine[0] ?? all[0] ?? null;
  return { next, isAhead: next !== null && isAhead(next), others: all.filter(({ id }) => id !== next?.id) };
}
