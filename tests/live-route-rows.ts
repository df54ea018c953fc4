/** What the addresses of the live workshop answer whom. */
import { JOIN_CODE } from "./live-route-world.ts";
import { EVERYBODY, SIGNED_IN, type Who } from "./route-world.ts";
import type { StageRouteRow as RouteRow } from "./stage-route-rows.ts";

/** Who has a place in the workshop that is held. */
const JOINED: readonly Who[] = ["a participant", "an editor of Holbæk"];
/** Without an account: name and phone are theirs to change here. */
const GUEST: readonly Who[] = ["a participant"];
/** Who may take part in it and does not run it. */
const NOT_RUNNING: readonly Who[] = [...JOINED, "an administrator of Holbæk", "a consultant"];
/** Who may take part in it; those without a place are led to join. */
const MAY_JOIN: readonly Who[] = [...NOT_RUNNING, "the facilitator"];

const JOINING: readonly RouteRow[] = [
  { ask: "GET /join", may: EVERYBODY },
  { ask: "POST /join", form: { code: JOIN_CODE }, may: EVERYBODY },
  { ask: "GET /deltag", may: EVERYBODY },
  { ask: `GET /join/${JOIN_CODE}`, may: EVERYBODY },
  { ask: "GET /join/QQQQQQQQ", may: [], hidesFromAll: true },
  {
    ask: `POST /join/${JOIN_CODE}`,
    form: { name: "Mette", organisation: "0316", role: "leader", table: "" },
    may: EVERYBODY,
  },
  {
    ask: `POST /join/${JOIN_CODE}`,
    form: { name: "Mette", organisation: "0630", role: "leader", table: "" },
    may: [],
    refusal: 422,
    hidesFromAll: true,
  },
];

const self = "POST /live/live/self";
const notes = "POST /live/live/notes";
const note = { id: "a-note-of-this-phone", secret: "a-secret-of-this-phone" };
const PHONE: readonly RouteRow[] = [
  { ask: "GET /live/live", may: ["nobody", ...MAY_JOIN] },
  { ask: self, form: { intent: "ready", item: "vote", ready: "yes" }, may: JOINED, byScript: true },
  { ask: self, form: { intent: "move-table", table: "" }, may: JOINED, byScript: true },
  { ask: self, form: { intent: "rename", name: "Mette" }, may: GUEST, byScript: true },
  { ask: self, form: { intent: "move-phone" }, may: GUEST, byScript: true },
  { ask: notes, form: { intent: "write", item: "write", text: "Ja", ...note }, may: JOINED, byScript: true },
  { ask: notes, form: { intent: "remove", ...note }, may: JOINED, byScript: true },
];

/** While the ballot is open, groups are a facilitator's; one group more or less is a rule inside. */
const group = (form: Readonly<Record<string, string>>): RouteRow => ({
  ask: "POST /live/live/group",
  form,
  may: ["the facilitator"],
  forbidden: JOINED,
  byScript: true,
});
const GROUPING: readonly RouteRow[] = [
  { ask: "GET /live/live/group", may: ["the facilitator", ...JOINED], byScript: true },
  group({ intent: "create", id: "a-cluster-of-a-phone", title: "Ja", note: "shown" }),
  group({ intent: "place", to: "", note: "shown" }),
  group({ intent: "rename", id: "none", title: "Ja" }),
  group({ intent: "merge", id: "none", into: "none" }),
  group({ intent: "dissolve", id: "none" }),
  group({ intent: "restore", id: "none", from: "" }),
];

const votes = "POST /live/live/votes";
const VOTING: readonly RouteRow[] = [
  { ask: "GET /live/live/votes", may: JOINED, byScript: true },
  { ask: votes, form: { item: "vote", target: "shown", votes: "3" }, may: JOINED, byScript: true },
  { ask: votes, form: { item: "vote", target: "shown", votes: "4" }, may: [], forbidden: JOINED, byScript: true },
  { ask: votes, form: { item: "vote", target: "shown", votes: "-1" }, may: [], forbidden: JOINED, byScript: true },
  { ask: votes, form: { item: "vote", target: "none", votes: "1" }, may: [], forbidden: JOINED, byScript: true },
  {
    ask: votes,
    form: { item: "vote", target: "shown", votes: "1", seat: "1" },
    may: [],
    forbidden: JOINED,
    byScript: true,
  },
];

export const LIVE_ROUTE_ROWS: readonly RouteRow[] = [
  { ask: "GET /clock", may: EVERYBODY },
  { ask: "GET /check/progress", may: SIGNED_IN, byScript: true },
  ...["stop", "begin"].map((intent) => ({
    ask: "POST /check/progress",
    form: { intent, returnTo: "/" },
    may: ["the facilitator", "a facilitator elsewhere", "a system administrator"] as const,
  })),
  { ask: `GET /screen/${JOIN_CODE}`, may: EVERYBODY },
  { ask: "GET /workshops/live/live/participants", may: ["the facilitator"] },
  {
    ask: "POST /workshops/live/live/participants",
    form: { intent: "offer-place", participant: "a participant" },
    may: ["the facilitator"],
  },
  { ask: "GET /workshops/live/rehearsal", may: ["the facilitator"], forbidden: NOT_RUNNING, byScript: true },
  {
    ask: "POST /workshops/live/rehearsal",
    form: {},
    may: ["the facilitator"],
    forbidden: NOT_RUNNING,
    byScript: true,
  },
  ...JOINING,
  ...PHONE,
  ...GROUPING,
  ...VOTING,
  { ask: "GET /live/live/pairs", may: JOINED, byScript: true },
  { ask: "GET /live/live/ideas", may: JOINED, byScript: true },
  // Outside of ideas guests write on no board, and Holbæk has none there: not even for those who belong to it.
  { ask: "POST /live/live/ideas", form: { idea: "{}" }, may: [], forbidden: JOINED, byScript: true },
];
