/** What every address answers whom: each row is one loader or one intent of an action, and exactly those it lets through. */
import { EVERYBODY, GUESTS, INVITATION, SIGNED_IN, type Who } from "./route-world.ts";

export interface RouteRow {
  /** Method and address, as a browser asks. */
  readonly ask: string;
  readonly may: readonly Who[];
  /** What is posted. Right in every other way: who may not is refused for that alone. */
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** A script asks while its page stands: who is not signed in gets 401 there, and is led to sign in anywhere else. */
  readonly byScript?: true;
  /** How those who are signed in are refused, where it is not as if there were nothing. */
  readonly refusal?: number;
  /** Nobody is led to sign in for it. */
  readonly hidesFromAll?: true;
  /** It tells of every board that one may read, not of some. */
  readonly tellsAll?: true;
}

const EDITORS: readonly Who[] = ["an editor of Holbæk", "an administrator of Holbæk"];
const VEJLE: readonly Who[] = ["an editor of Vejle", "an administrator of Vejle"];
const ADMINISTRATOR: readonly Who[] = ["an administrator of Holbæk"];
const FACILITATOR: readonly Who[] = ["the facilitator"];
/** Who suggests answers to kommuner that they do not belong to. */
const ACROSS: readonly Who[] = ["the facilitator", "a consultant"];
const STEWARD: readonly Who[] = ["a steward"];
const OPERATOR: readonly Who[] = ["a system administrator"];
/** Who takes part in the workshop, runs it or may look at all of them. */
const WORKSHOP: readonly Who[] = [...EDITORS, ...VEJLE, ...FACILITATOR, "a consultant"];
const SHARED: readonly Who[] = [...WORKSHOP, "a reader of one board"];
const ODENSE: readonly Who[] = ["an editor of Odense", "an administrator of Odense and of Varde"];
const MEMBERS: readonly Who[] = [...WORKSHOP, ...ODENSE, "a facilitator elsewhere", ...STEWARD];

/** Addresses under a board that show what stands on it. */
const shownOfBoard = (boardId: string, may: readonly Who[]): RouteRow[] => [
  { ask: `GET /boards/${boardId}?card=card`, may },
  { ask: `GET /boards/${boardId}/activity?card=card`, may, byScript: true },
  { ask: `GET /boards/${boardId}/actors?id=sosu-h`, may, byScript: true },
  { ask: `GET /boards/${boardId}/comments?card=card`, may, byScript: true },
  {
    ask: `POST /boards/${boardId}/similar`,
    may,
    json: {
      initiativeId: "card",
      title: "Faste teams",
      description: "",
      status: "idea",
      startYear: null,
      tags: {},
      actorIds: [],
    },
    byScript: true,
    tellsAll: true,
  },
];

const shared = "POST /boards/shared";
const COMMENTS: RouteRow[] = [
  { ask: "GET /boards/shared/comments/callable", may: WORKSHOP, byScript: true },
  { ask: `${shared}/comments`, form: { intent: "write", card: "card", text: "Ja" }, may: WORKSHOP },
  {
    ask: `${shared}/comments`,
    form: { intent: "write", card: "card", text: "Ja", stay: "yes" },
    may: WORKSHOP,
    byScript: true,
  },
  { ask: `${shared}/comments`, form: { intent: "resolve", thread: "thread-shared" }, may: WORKSHOP },
  { ask: `${shared}/comments`, form: { intent: "reopen", thread: "thread-shared" }, may: WORKSHOP },
  { ask: `${shared}/comments`, form: { intent: "resolve", thread: "thread-vejle" }, may: [] },
  {
    ask: `${shared}/comments`,
    form: { intent: "delete", thread: "thread-shared", comment: "comment-shared" },
    may: ["an editor of Holbæk"],
  },
  { ask: "POST /boards/closed/comments", form: { intent: "write", card: "card", text: "Ja" }, may: EDITORS },
];

const ERASING: RouteRow[] = [
  { ask: `${shared}/erase`, form: { initiative: "card" }, may: ADMINISTRATOR, byScript: true },
  { ask: "POST /boards/vejle/erase", form: { initiative: "card" }, may: ["an administrator of Vejle"], byScript: true },
];

const HISTORY: RouteRow[] = [
  { ask: "GET /boards/shared/history", may: EDITORS },
  { ask: "GET /boards/shared/history/compare?from=version-shared&to=now", may: EDITORS },
  { ask: "GET /boards/shared/history/compare?from=version-vejle&to=now", may: [] },
  { ask: `${shared}/history`, form: { intent: "keep-version", name: "Før sommeren" }, may: EDITORS },
  { ask: `${shared}/history`, form: { intent: "restore-board", version: "version-shared" }, may: ADMINISTRATOR },
  { ask: `${shared}/history`, form: { intent: "restore-board", version: "version-vejle" }, may: [] },
  {
    ask: `${shared}/history`,
    form: { intent: "restore-initiative", version: "version-shared", initiative: "card" },
    may: EDITORS,
  },
];

const ORGANISATIONS: RouteRow[] = [
  { ask: "GET /organisations", may: [...EDITORS, ...VEJLE, ...ODENSE, ...OPERATOR] },
  { ask: "POST /organisations", form: { intent: "add-municipality", code: "0530" }, may: OPERATOR },
  { ask: "POST /organisations", form: { intent: "add-other", kind: "union", name: "DSR" }, may: OPERATOR },
  { ask: "GET /organisations/0316", may: [...EDITORS, ...OPERATOR] },
  { ask: "POST /organisations/0316", form: { intent: "invite", role: "editor", note: "" }, may: ADMINISTRATOR },
  { ask: "POST /organisations/0316", form: { intent: "invite", role: "consultant", note: "" }, may: OPERATOR },
  {
    ask: "POST /organisations/0316",
    form: { intent: "revoke", invitationId: "invitation" },
    may: [...ADMINISTRATOR, ...OPERATOR],
  },
  {
    ask: "POST /organisations/0316",
    form: { intent: "end-access", assignmentId: "an editor of Holbæk-0" },
    may: [...ADMINISTRATOR, ...OPERATOR],
  },
  {
    ask: "POST /organisations/0316",
    form: { intent: "set-visibility", boardId: "shared", visibility: "all" },
    may: ADMINISTRATOR,
  },
  {
    ask: "POST /organisations/0316",
    form: { intent: "set-visibility", boardId: "vejle", visibility: "all" },
    may: [],
  },
  { ask: "POST /organisations/0316", form: { intent: "delete-board", boardId: "shared" }, may: ADMINISTRATOR },
  { ask: "POST /organisations/0316", form: { intent: "delete-board", boardId: "vejle" }, may: [] },
  { ask: "POST /organisations/0316", form: { intent: "bring-board-back", boardId: "deleted" }, may: ADMINISTRATOR },
];

const BOTH: readonly Who[] = ["an administrator of Odense and of Varde"];
/** Who administers two kommuner decides about a board on the page of the one that it belongs to, and on no other. */
const BOARD_ON_ITS_PAGE: RouteRow[] = [
  { intent: "set-visibility", boardId: "public", visibility: "own" },
  { intent: "delete-board", boardId: "public" },
  { intent: "bring-board-back", boardId: "deleted-of-varde" },
].flatMap((form) => [
  { ask: "POST /organisations/0573", form, may: BOTH },
  { ask: "POST /organisations/0461", form, may: [] },
]);

const participants = "POST /workshops/workshop/participants";
const WORKSHOPS: RouteRow[] = [
  { ask: "GET /workshops", may: SIGNED_IN },
  {
    ask: "POST /workshops",
    form: { title: "Forår", organiser: "", day: "", from: "", to: "" },
    may: [...FACILITATOR, "a facilitator elsewhere"],
  },
  { ask: "GET /workshops/workshop", may: WORKSHOP },
  { ask: "POST /workshops/workshop", form: { intent: "move-phase", phase: "find" }, may: FACILITATOR },
  { ask: "GET /workshops/workshop/findings", may: WORKSHOP },
  ...[
    { intent: "add-table", name: "Vagtplan" },
    { intent: "add-table-each" },
    { intent: "rename-table", tableId: "none", name: "" },
    { intent: "remove-table", tableId: "table" },
    { intent: "assign-table", findingId: "pair", tableId: "table" },
  ].map((form) => ({ ask: "POST /workshops/workshop/findings", form, may: FACILITATOR })),
  ...[
    { findingId: "closed-pair", tableId: "table" },
    { findingId: "pair", tableId: "table-elsewhere" },
  ].map((form) => ({
    ask: "POST /workshops/workshop/findings",
    form: { intent: "assign-table", ...form },
    may: [],
  })),
  { ask: "GET /workshops/workshop/not-suggested", may: WORKSHOP, byScript: true },
  { ask: "GET /workshops/workshop/report", may: WORKSHOP },
  { ask: "GET /workshops/workshop/participants", may: FACILITATOR },
  { ask: participants, form: { intent: "add-organisation", organisationId: "0461" }, may: FACILITATOR },
  { ask: participants, form: { intent: "remove-organisation", organisationId: "0630" }, may: FACILITATOR },
  { ask: participants, form: { intent: "end-facilitating", personId: "colleague" }, may: FACILITATOR },
  { ask: participants, form: { intent: "invite-first-administrator", organisationId: "foa" }, may: FACILITATOR },
  { ask: participants, form: { intent: "invite-first-administrator", organisationId: "0316" }, may: [] },
  { ask: participants, form: { intent: "invite-facilitator" }, may: FACILITATOR },
  { ask: participants, form: { intent: "revoke", invitationId: "invitation" }, may: FACILITATOR },
  {
    ask: participants,
    form: { intent: "save-workshop", title: "Efterår", organiser: "", day: "", from: "", to: "" },
    may: FACILITATOR,
  },
];

const answerFor = (organisationId: string) => ({
  answer: "coordinate",
  reason: "",
  organisationId,
  aHash: "a1",
  bHash: "b1",
});
/** The page itself answers 401, with the note that was typed. */
const FINDINGS: RouteRow[] = [
  { ask: "GET /findings/pair", may: WORKSHOP },
  { ask: "GET /findings/closed-pair", may: EDITORS },
  ...["POST /findings/pair", "POST /findings/pair/answer"].flatMap((ask): RouteRow[] => [
    { ask, form: answerFor("0316"), may: EDITORS, byScript: true },
    { ask, form: answerFor("0630"), may: VEJLE, byScript: true },
    { ask, form: answerFor("0461"), may: [], byScript: true },
    { ask, form: { ...answerFor(""), intent: "assess" }, may: ACROSS, byScript: true },
    {
      ask,
      form: { ...answerFor(""), intent: "change-kind", kind: "learn-from", cause: "one-is-further" },
      may: WORKSHOP,
      byScript: true,
    },
  ]),
  ...["assess", "change-kind"].map((intent): RouteRow => {
    const form = { ...answerFor(""), intent, kind: "learn-from" };
    return { ask: "POST /findings/closed-pair", form, may: intent === "assess" ? [] : EDITORS, byScript: true };
  }),
];

const ACTORS: RouteRow[] = [
  { ask: "GET /actors", may: [...MEMBERS, ...GUESTS] },
  { ask: "POST /actors", form: { intent: "approve", actorId: "sosu-x" }, may: STEWARD },
  { ask: "GET /actors/suggest?q=sosu", may: [...MEMBERS, ...GUESTS], byScript: true },
  { ask: "POST /actors/suggest", form: { name: "FOA", type: "union" }, may: MEMBERS, byScript: true },
  { ask: "GET /actors/sosu-h", may: [...MEMBERS, ...GUESTS], tellsAll: true },
  { ask: "POST /actors/sosu-x", form: { intent: "approve" }, may: STEWARD },
  { ask: "POST /actors/sosu-x", form: { intent: "merge", intoActorId: "sosu-h" }, may: STEWARD },
  { ask: "POST /actors/sosu-hh", form: { intent: "undo", mergeId: "merge" }, may: STEWARD },
];

const ACCOUNT: RouteRow[] = [
  { ask: "GET /account", may: SIGNED_IN },
  { ask: "POST /account", form: { intent: "profile", name: "HR", language: "en" }, may: SIGNED_IN },
  { ask: "POST /account", form: { intent: "password", password: "long enough to keep" }, may: SIGNED_IN },
  { ask: "POST /account", form: { intent: "end-session", sessionId: "one" }, may: SIGNED_IN },
  { ask: "POST /account", form: { intent: "end-all-sessions" }, may: SIGNED_IN },
  { ask: "POST /account", form: { intent: "intro", returnTo: "/" }, may: SIGNED_IN },
];

const DOOR: RouteRow[] = [
  { ask: "GET /sign-in", may: EVERYBODY },
  { ask: "POST /sign-in", form: { intent: "link", email: "hr@demo.invalid" }, may: EVERYBODY },
  { ask: "POST /sign-in", form: { intent: "password", email: "hr@demo.invalid", password: "secret" }, may: EVERYBODY },
  { ask: "POST /sign-in", form: { intent: "demo", personId: "a guest" }, may: EVERYBODY },
  { ask: "GET /sign-in/token", may: EVERYBODY },
  { ask: "POST /sign-in/token", form: {}, may: EVERYBODY },
  { ask: "GET /sign-out", may: EVERYBODY },
  { ask: "POST /sign-out", form: {}, may: EVERYBODY },
  { ask: "GET /session", may: SIGNED_IN, byScript: true },
  { ask: `GET /invitations/${INVITATION}`, may: EVERYBODY },
  {
    ask: `POST /invitations/${INVITATION}`,
    form: { name: "Ny", email: "ny@demo.invalid" },
    // The one who made it may not take it.
    may: EVERYBODY.filter((who) => who !== "a system administrator"),
    refusal: 410,
  },
];

const FOR_EVERYBODY: RouteRow[] = [
  { ask: "GET /language", may: EVERYBODY },
  { ask: "POST /language", form: { language: "en", returnTo: "/" }, may: EVERYBODY },
  { ask: "GET /was", may: EVERYBODY },
  { ask: "GET /privacy", may: EVERYBODY },
  { ask: "GET /check", may: EVERYBODY },
];

const NOWHERE: RouteRow[] = [
  { ask: "GET /no/such/page", may: [], hidesFromAll: true },
  { ask: "POST /no/such/page", form: {}, may: [], hidesFromAll: true },
];

export const ROUTE_ROWS: readonly RouteRow[] = [
  { ask: "GET /", may: SIGNED_IN },
  { ask: "GET /inbox", may: SIGNED_IN, tellsAll: true },
  { ask: "POST /inbox", form: {}, may: SIGNED_IN },
  { ask: "GET /search?q=word-of", may: SIGNED_IN, byScript: true, tellsAll: true },
  { ask: "GET /compare?municipality=0316", may: MEMBERS },
  { ask: "GET /compare.csv", may: MEMBERS },
  { ask: "GET /check/words?concept=means.buddy-intro&form=kaffemakker", may: MEMBERS },
  ...[
    { intent: "add", facet: "means", conceptId: "buddy-intro", form: "kaffemakker" },
    { intent: "remove", id: "form" },
  ].map((form) => ({
    ask: "POST /check/words",
    form,
    may: [...FACILITATOR, "a facilitator elsewhere", ...STEWARD] as const,
  })),
  { ask: "GET /chain", may: MEMBERS },
  { ask: "GET /chain?workshop=workshop&municipality=0316", may: MEMBERS },
  ...shownOfBoard("shared", SHARED),
  ...shownOfBoard("closed", EDITORS),
  ...shownOfBoard("public", MEMBERS),
  ...shownOfBoard("deleted", []),
  ...COMMENTS,
  ...ERASING,
  ...HISTORY,
  ...ORGANISATIONS,
  ...BOARD_ON_ITS_PAGE,
  ...WORKSHOPS,
  ...FINDINGS,
  ...ACTORS,
  ...ACCOUNT,
  ...DOOR,
  ...FOR_EVERYBODY,
  ...NOWHERE,
];
