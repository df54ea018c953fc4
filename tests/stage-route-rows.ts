/** What the facilitator's addresses of the live workshop answer whom. */
import type { RouteRow } from "./route-rows.ts";
import type { Who } from "./route-world.ts";

export interface StageRouteRow extends RouteRow {
  /** Those who know that it is there, and are told that it is not for them: 403. */
  readonly forbidden?: readonly Who[];
}

const FACILITATOR: readonly Who[] = ["the facilitator"];
/** Those who may look at a workshop of Holbæk without running it. */
const LOOKING_ON: readonly Who[] = ["an editor of Holbæk", "an administrator of Holbæk", "a consultant"];

const ofFacilitator = (workshopId: string, form: Readonly<Record<string, string>>): StageRouteRow => ({
  ask: `POST /workshops/${workshopId}/live/act`,
  form,
  may: FACILITATOR,
  forbidden: LOOKING_ON,
  byScript: true,
});

const agenda = "/workshops/stage/agenda";
const plan = { title: "Skriv", prompt: "", minutes: "5", kind: "vote", votes: "3", lanes: "" };
const AGENDA: readonly StageRouteRow[] = [
  { ask: `GET ${agenda}`, may: FACILITATOR },
  ...[
    { intent: "add-item", ...plan },
    { intent: "edit-item", itemId: "item-end", ...plan },
    { intent: "move-item", itemId: "item-end", to: "0" },
    { intent: "duplicate-item", itemId: "item-end" },
    { intent: "remove-item", itemId: "item-end" },
    { intent: "use-template", templateId: "opfoelgning-60" },
    { intent: "copy-agenda", from: "stage-closed" },
    { intent: "save-template", title: "Vores" },
    { intent: "remove-template", templateId: "none" },
    { intent: "add-table", name: "" },
    { intent: "add-table-each" },
    { intent: "rename-table", tableId: "none", name: "Vagtplan" },
    { intent: "remove-table", tableId: "none" },
  ].map((form) => ({ ask: `POST ${agenda}`, form, may: FACILITATOR })),
  // An agenda is fetched from a workshop that one runs.
  { ask: `POST ${agenda}`, form: { intent: "copy-agenda", from: "elsewhere" }, may: [] },
];

export const STAGE_ROUTE_ROWS: readonly StageRouteRow[] = [
  { ask: "GET /workshops/stage/live", may: FACILITATOR },
  { ask: "GET /workshops/stage/live/sheets", may: FACILITATOR },
  { ask: "GET /workshops/stage/live/act", may: FACILITATOR, forbidden: LOOKING_ON, byScript: true },
  ...[
    { intent: "open" },
    { intent: "change-code" },
    { intent: "next", from: "item-vote" },
    { intent: "back", from: "item-vote" },
    { intent: "go-to", itemId: "item-end" },
    { intent: "skip", itemId: "item-end", on: "yes" },
    { intent: "gather", on: "yes" },
    { intent: "pause", on: "yes" },
    { intent: "extend", minutes: "1" },
    { intent: "spotlight", organisationId: "0316" },
    { intent: "point-out", cardId: "" },
    { intent: "show-notes", itemId: "item-begin", laneId: "" },
    { intent: "hide-note", noteId: "none", on: "yes" },
    { intent: "host", participantId: "none", on: "yes" },
    { intent: "show-result", itemId: "item-vote" },
    { intent: "show-result", itemId: "item-vote", how: "step", from: "0" },
    { intent: "count-by", itemId: "item-vote", count: "balanced" },
    { intent: "black", on: "yes" },
    { intent: "freeze", on: "yes" },
    { intent: "undo" },
    { intent: "heartbeat" },
    { intent: "take-over" },
    { intent: "give-lead", personId: "colleague" },
    { intent: "close" },
  ].map((form) => ofFacilitator("stage", form)),
  ofFacilitator("stage-closed", { intent: "reopen" }),
  ...AGENDA,
];
