/** What of the board is shown: the filter and the open card live in the address, so Back, reload and a link restore them. */
import { fold } from "#domain/fold.ts";
import {
  BOARD_INITIATIVE_LIMIT,
  byOrder,
  type InitiativeSnapshot,
  LANES,
  type Lane,
  laneOf,
} from "#domain/initiative.ts";

export interface BoardFilter {
  readonly profession: string | null;
  readonly theme: string | null;
  readonly actor: string | null;
  readonly text: string;
}

export const NO_FILTER: BoardFilter = { profession: null, theme: null, actor: null, text: "" };

/** The names under which the view stands in the address. */
const PARAMS = { profession: "profession", theme: "theme", actor: "actor", text: "q" } as const;
export const CARD_PARAM = "card";
export const LANE_PARAM = "lane";
export const BIN_PARAM = "bin";
export const SHOWN_PARAM = "shown";

/** Cards of a lane that are drawn before one asks for more. */
export const LANE_STEP = 40;

export const shownPerLane = (params: URLSearchParams): number =>
  Math.max(LANE_STEP, Number(params.get(SHOWN_PARAM)) || 0);

export const filterOf = (params: URLSearchParams): BoardFilter => ({
  // A form sends what is not chosen as an empty word.
  profession: params.get(PARAMS.profession) || null,
  theme: params.get(PARAMS.theme) || null,
  actor: params.get(PARAMS.actor) || null,
  text: params.get(PARAMS.text) ?? "",
});

/** The same address with some of its parameters set, or taken away by null. */
export function withParams(params: URLSearchParams, change: Readonly<Record<string, string | null>>): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === "") next.delete(name);
    else next.set(name, value);
  }
  return next;
}

/** The address's query without an open card: the part that all cards' addresses share. */
export const searchWithoutCard = (params: URLSearchParams): string =>
  withParams(params, { [CARD_PARAM]: null }).toString();

/** Where a card is open on a board that is otherwise shown as `search` says. */
export const addressOfCard = (search: string, id: string): string =>
  `?${search === "" ? "" : `${search}&`}${CARD_PARAM}=${id}`;

export const filterParam = (field: keyof BoardFilter): string => PARAMS[field];

export const isFiltering = (filter: BoardFilter): boolean =>
  filter.profession !== null || filter.theme !== null || filter.actor !== null || filter.text.trim() !== "";

export const withoutFilter = (params: URLSearchParams): URLSearchParams =>
  withParams(params, Object.fromEntries(Object.values(PARAMS).map((name) => [name, null])));

export function matchesFilter(
  initiative: InitiativeSnapshot,
  filter: BoardFilter,
  actorName: (id: string) => string,
): boolean {
  if (filter.profession !== null && !initiative.tags.professions.includes(filter.profession)) return false;
  if (filter.theme !== null && !initiative.tags.themes.includes(filter.theme)) return false;
  if (filter.actor !== null && !initiative.actors.some(({ actorId }) => actorId === filter.actor)) return false;
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const actors = initiative.actors.map(({ actorId }) => actorName(actorId)).join(" ");
  const text = fold(`${initiative.title} ${initiative.descriptionText} ${actors}`);
  return words.every((word) => text.includes(word));
}

export type LaneCards = Readonly<Record<Lane, readonly InitiativeSnapshot[]>>;

/** The cards of each lane in their order, without those in the bin. */
export function lanesOf(initiatives: readonly InitiativeSnapshot[]): LaneCards {
  const lanes: Record<Lane, InitiativeSnapshot[]> = { idea: [], trial: [], running: [], finished: [] };
  for (const initiative of initiatives) {
    if (initiative.binnedAt === null) lanes[laneOf(initiative.status)].push(initiative);
  }
  for (const lane of LANES) lanes[lane].sort(byOrder);
  return lanes;
}

/** No room for one more card; those in the bin take none. */
export const isFull = (initiatives: readonly InitiativeSnapshot[]): boolean =>
  initiatives.filter(({ binnedAt }) => binnedAt === null).length >= BOARD_INITIATIVE_LIMIT;

/** What the bin holds, newest first. */
export const binned = (initiatives: readonly InitiativeSnapshot[]): InitiativeSnapshot[] =>
  initiatives
    .filter(({ binnedAt }) => binnedAt !== null)
    .sort((a, b) => (b.binnedAt ?? 0) - (a.binnedAt ?? 0) || (a.id < b.id ? -1 : 1));
