/** What the addresses of agreements, entries and questions answer whom, in the workshop `live`. */
import type { Who } from "./route-world.ts";
import type { StageRouteRow } from "./stage-route-rows.ts";

const FACILITATOR: readonly Who[] = ["the facilitator"];
/** Have joined, for Holbæk. */
const JOINED: readonly Who[] = ["a participant", "an editor of Holbæk"];
/** Speaks for Holbæk without having joined. */
const OF_HOLBAEK: readonly Who[] = ["an administrator of Holbæk"];
/** Who may look on. */
const LOOKING_ON: readonly Who[] = ["a consultant"];
const TAKING_PART: readonly Who[] = [...FACILITATOR, ...JOINED, ...OF_HOLBAEK, ...LOOKING_ON];

const ID = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";

const forFacilitator = (ask: string, form: Readonly<Record<string, string>>): StageRouteRow => ({
  ask,
  form,
  may: FACILITATOR,
  forbidden: [...JOINED, ...OF_HOLBAEK, ...LOOKING_ON],
  byScript: true,
});
const forHolbaek = (form: Readonly<Record<string, string>>): StageRouteRow => ({
  ask: "POST /live/live/commitments",
  form,
  may: [...FACILITATOR, ...JOINED, ...OF_HOLBAEK],
  forbidden: LOOKING_ON,
  byScript: true,
});
const forJoined = (ask: string, form: Readonly<Record<string, string>>): StageRouteRow => ({
  ask,
  form,
  may: [...FACILITATOR, ...JOINED],
  forbidden: [...OF_HOLBAEK, ...LOOKING_ON],
  byScript: true,
});
const byPhone = (intent: string): StageRouteRow => ({
  ask: "POST /live/live/questions",
  form: { intent, question: "question" },
  may: JOINED,
  forbidden: [...FACILITATOR, ...OF_HOLBAEK, ...LOOKING_ON],
  byScript: true,
});

const ENTRIES = "POST /live/live/entries";
const QUESTIONS = "POST /live/live/questions";

export const AFTER_ROUTE_ROWS: readonly StageRouteRow[] = [
  forHolbaek({ intent: "save", id: ID, owner: "0316", what: "Et kursus", firstStep: "Ring", due: "2027-01-01" }),
  forHolbaek({ intent: "say-status", commitment: "promise", status: "kept" }),
  forJoined(ENTRIES, { intent: "add", id: ID, kind: "parked", text: "Hvem betaler?" }),
  forFacilitator(ENTRIES, { intent: "add", id: ID, kind: "decision", text: "Ét kursus" }),
  forFacilitator(ENTRIES, { intent: "move", entry: "entry", kind: "decision" }),
  forFacilitator(ENTRIES, { intent: "remove", entry: "entry" }),
  forFacilitator(ENTRIES, { intent: "bring-back", entry: "entry" }),
  { ask: "GET /workshops/live/report", may: TAKING_PART },
  { ask: "GET /workshops/live/retention", may: FACILITATOR },
  { ask: "POST /workshops/live/retention", form: { intent: "save", retention: "2027-01-01" }, may: FACILITATOR },
  { ask: "POST /workshops/live/retention", form: { intent: "anonymise" }, may: FACILITATOR },
  // Who joined for Holbæk takes its edition home.
  { ask: "GET /workshops/live/report?kommune=0316", may: TAKING_PART },
  { ask: "GET /workshops/live/report?kommune=0630", may: [] },
  { ask: "GET /workshops/live/report.docx?kommune=0316", may: TAKING_PART },
  { ask: "GET /live/live/questions", may: TAKING_PART, byScript: true },
  forJoined(QUESTIONS, { intent: "ask", id: ID, text: "Må vi dele elever?" }),
  byPhone("vote"),
  byPhone("take-vote-back"),
  forFacilitator(QUESTIONS, { intent: "settle", question: "question", state: "answering" }),
  forFacilitator(QUESTIONS, { intent: "merge", question: "same-question", into: "question" }),
];
