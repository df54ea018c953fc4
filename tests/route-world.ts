/** The world in which every address is asked by everybody: people with one role each, and boards that some may read. */
import type { Services } from "#app/http/load-context.server.ts";
import { hashToken } from "#app/http/tokens.server.ts";
import { type Database, openDatabase } from "#db/client.ts";
import { mergeActors } from "#db/queries/actor-stewardship.ts";
import { keepVersion } from "#db/queries/board-versions.ts";
import { readProjectedBoard, setBoardAccess } from "#db/queries/boards.ts";
import { writeComment } from "#db/queries/comments.ts";
import { createInvitation } from "#db/queries/invitations.ts";
import { addForm } from "#db/queries/lexicon-forms.ts";
import { createOrganisation } from "#db/queries/organisations.ts";
import { addTable } from "#db/queries/workshop-tables.ts";
import { openDocument } from "#domain/board-doc/document.ts";
import type { Role } from "#domain/organisation.ts";
import { addAfterWorld } from "./after-route-world.ts";
import {
  addActor,
  addBoard,
  addFinding,
  addInitiative,
  addMunicipality,
  addPerson,
  addWorkshop,
  NOW,
} from "./factories.ts";
import { addLiveWorld, addParticipants } from "./live-route-world.ts";
import { servicesFor } from "./services.ts";
import { addStages } from "./stage-route-world.ts";

type Held = { role: Role; organisationId?: string; workshopId?: string };

/**
 * Holbæk (0316) and Vejle (0630) take part in `workshop`; Holbæk alone in `earlier`, which has the same facilitator, and in
 * `long-ago`, and in `live`; Odense (0461) and Varde (0573) in `elsewhere`, Varde alone in `long-ago-elsewhere`.
 */
const ROLES = {
  "a person without a role": [],
  "a guest": [{ role: "guest", workshopId: "workshop" }],
  "a participant": [{ role: "guest", workshopId: "live", organisationId: "0316" }],
  "an editor of Holbæk": [{ role: "editor", organisationId: "0316" }],
  "an administrator of Holbæk": [{ role: "kommune-admin", organisationId: "0316" }],
  "an editor of Vejle": [{ role: "editor", organisationId: "0630" }],
  "an administrator of Vejle": [{ role: "kommune-admin", organisationId: "0630" }],
  "an editor of Odense": [{ role: "editor", organisationId: "0461" }],
  "an administrator of Odense and of Varde": [
    { role: "kommune-admin", organisationId: "0461" },
    { role: "kommune-admin", organisationId: "0573" },
  ],
  "the facilitator": [
    { role: "facilitator", workshopId: "workshop" },
    { role: "facilitator", workshopId: "earlier" },
    { role: "facilitator", workshopId: "live" },
  ],
  "a facilitator elsewhere": [{ role: "facilitator", workshopId: "elsewhere" }],
  "a consultant": [{ role: "consultant", organisationId: "kl" }],
  "a steward": [{ role: "steward", organisationId: "kl" }],
  "a system administrator": [{ role: "system-admin" }],
  /** An operator has let them read the board `shared`. */
  "a reader of one board": [],
} satisfies Record<string, Held[]>;

/** Nobody is a browser in which nobody is signed in. */
export type Who = keyof typeof ROLES | "nobody";
export const SIGNED_IN = Object.keys(ROLES) as (keyof typeof ROLES)[];
export const GUESTS: readonly Who[] = ["a guest", "a participant"];
export const EVERYBODY: readonly Who[] = ["nobody", ...SIGNED_IN];

/** The boards whose words each of them may read. */
export const MAY_READ: Readonly<Record<Who, readonly string[]>> = {
  nobody: [],
  "a person without a role": [],
  "a guest": [],
  "a participant": [],
  "an editor of Holbæk": ["shared", "vejle", "closed", "public"],
  "an administrator of Holbæk": ["shared", "vejle", "closed", "public"],
  "an editor of Vejle": ["shared", "vejle", "public"],
  "an administrator of Vejle": ["shared", "vejle", "public"],
  "an editor of Odense": ["outside", "public"],
  "an administrator of Odense and of Varde": ["outside", "public"],
  "the facilitator": ["shared", "vejle", "public"],
  "a facilitator elsewhere": ["outside", "public"],
  "a consultant": ["shared", "vejle", "outside", "public"],
  "a steward": ["public"],
  "a system administrator": [],
  "a reader of one board": ["shared"],
};

const BOARDS = [
  { id: "shared", workshopId: "workshop", organisationId: "0316" },
  { id: "vejle", workshopId: "workshop", organisationId: "0630" },
  { id: "closed", workshopId: "earlier", organisationId: "0316", visibility: "own" },
  { id: "outside", workshopId: "elsewhere", organisationId: "0461" },
  { id: "public", workshopId: "elsewhere", organisationId: "0573", visibility: "all" },
] as const;

/** What stands on a board, wherever it is told: each board has a word of its own. */
const wordOf = (boardId: string) => `word-of-${boardId}`;
export const boardsToldIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/word-of-([a-z]+)/g)].map(([, boardId]) => boardId ?? ""))].sort();

export const INVITATION = "an-invitation-to-vejle";

export async function openRouteWorld(): Promise<Database> {
  const db = openDatabase(":memory:");
  for (const [id, name] of [
    ["0316", "Holbæk"],
    ["0630", "Vejle"],
    ["0461", "Odense"],
    ["0573", "Varde"],
  ] as const) {
    addMunicipality(db, { id, name });
  }
  for (const [id, kind] of [
    ["kl", "kl"],
    ["foa", "union"],
  ] as const) {
    await createOrganisation(db, { id, kind, name: id, fullName: id, now: NOW });
  }
  addWorkshop(db, { id: "workshop", organisationIds: ["0316", "0630", "foa"] });
  addWorkshop(db, { id: "earlier", organisationIds: ["0316"] });
  addWorkshop(db, { id: "long-ago", organisationIds: ["0316"] });
  addWorkshop(db, { id: "elsewhere", organisationIds: ["0461", "0573"] });
  addWorkshop(db, { id: "long-ago-elsewhere", organisationIds: ["0573"] });
  addLiveWorld(db);
  addPeople(db);
  addParticipants(db);
  addAfterWorld(db);
  addActor(db, { id: "sosu-h", name: "SOSU H" });
  addActor(db, { id: "sosu-hh", name: "SOSU HH" });
  addActor(db, { id: "sosu-x", name: "SOSU X", state: "proposed" });
  await mergeActors(db, {
    id: "merge",
    fromActorId: "sosu-hh",
    intoActorId: "sosu-h",
    mergedBy: "a steward",
    now: NOW,
  });
  for (const board of BOARDS) await fillBoard(db, board);
  addBoard(db, { id: "deleted", workshopId: "long-ago", organisationId: "0316", deletedAt: NOW - 1 });
  const deletedOfVarde = { id: "deleted-of-varde", workshopId: "long-ago-elsewhere", organisationId: "0573" };
  addBoard(db, { ...deletedOfVarde, deletedAt: NOW - 1 });
  addFinding(db, { id: "pair", a: ["shared", "card"], b: ["vejle", "card"] });
  addFinding(db, { id: "closed-pair", a: ["closed", "card"], b: ["vejle", "card"] });
  addFinding(db, { id: "pair-outside", a: ["outside", "card"], b: ["shared", "card"] });
  for (const [id, workshopId] of [
    ["table", "workshop"],
    ["table-elsewhere", "elsewhere"],
  ] as const)
    await addTable(db, { id, workshopId, name: "", addedBy: "the facilitator", now: NOW });
  await addStages(db, NOW);
  await addForm(db, {
    id: "form",
    facet: "means",
    conceptId: "buddy-intro",
    form: "makkerskab",
    personId: "the facilitator",
    now: NOW,
  });
  await setBoardAccess(db, { personId: "a reader of one board", boardId: "shared", access: "read", now: NOW });
  const invited = { note: null, invitedBy: "a system administrator", now: NOW };
  const hash = { id: "invitation", tokenHash: hashToken(INVITATION) };
  await createInvitation(db, { ...hash, role: "steward", organisationId: "kl", workshopId: null, ...invited });
  return db;
}

function addPeople(db: Database): void {
  for (const id of SIGNED_IN) addPerson(db, { id, roles: ROLES[id] });
  addPerson(db, { id: "colleague", roles: [{ role: "facilitator", workshopId: "workshop" }] });
}

/** A card, a thread that an editor of Holbæk has begun, and a version of it: all in the board's word. */
async function fillBoard(db: Database, board: (typeof BOARDS)[number]): Promise<void> {
  const { id: boardId } = board;
  const word = wordOf(boardId);
  addBoard(db, board);
  addInitiative(db, { boardId, id: "card", title: word, descriptionText: word, actors: { "sosu-h": "lead" } });
  await writeComment(db, {
    id: `comment-${boardId}`,
    threadId: `thread-${boardId}`,
    begins: { boardId, initiativeId: "card" },
    personId: "an editor of Holbæk",
    at: NOW,
    text: word,
    // As if everybody had been told before the board was closed to them.
    notices: new Map(SIGNED_IN.map((id) => [id, "own-board"])),
  });
  await keepVersion(db, { id: `version-${boardId}`, boardId, at: NOW, personId: null, reason: "named", name: word });
}

const signedInAs = async (): Promise<Headers> => new Headers({ "Set-Cookie": "session=signed" });

/** What a route is given: the real database; rooms, check and sign-in that do what they are asked and keep nothing. */
export async function servicesOf(db: Database, who: Who): Promise<Services> {
  const services = await servicesFor(db, who === "nobody" ? null : who);
  return {
    ...services,
    rooms: {
      snapshot: (boardId) => readProjectedBoard(db, boardId),
      edit: async (_board, _person, change) => change(openDocument({ state: null, updates: [] })),
      sessionEnded: () => undefined,
      accessChanged: () => undefined,
      inboxChanged: () => undefined,
      liveChanged: () => undefined,
      boardGone: () => undefined,
      notify: () => undefined,
      settle: async () => undefined,
    },
    synergy: {
      ...services.synergy,
      similar: async (_draft, { readableBoardIds }) => matchesOn(readableBoardIds),
      passedOver: async (places) => pairsOf(places),
    },
    signIn: {
      createLink: async () => null,
      redeemLink: signedInAs,
      signInAs: signedInAs,
      guessCode: (look) => look(),
      signInWithPassword: signedInAs,
      setPassword: async () => undefined,
      signOut: signedInAs,
      sessions: async () => [],
      revokeSession: async () => undefined,
      revokeAllSessions: async () => undefined,
    },
    mailer: { enabled: true, send: async () => undefined },
  };
}

/** The check finds everything that it may look at alike. */
const matchesOn = (boardIds: ReadonlySet<string>) =>
  [...boardIds].map((boardId) => ({
    boardId,
    initiativeId: "card",
    municipality: "",
    title: wordOf(boardId),
    status: "idea" as const,
    kind: "overlap" as const,
    strength: "strong" as const,
    reasons: [],
  }));

/** Each is likest the next one, and people speak against it. */
const pairsOf = (places: readonly { boardId: string; initiativeId: string }[]) =>
  places.slice(1).map((b, at) => ({
    a: places[at] ?? b,
    b,
    against: [{ code: "differentTarget", weight: -1, params: { targetA: "seniors", targetB: "young" }, a: [], b: [] }],
  }));
