/**
 * An initiative (indsats) as the rest of the house sees it: plain, validated, without Yjs.
 * Keys of the closed sets are part of the board document and never change meaning.
 */

export const INITIATIVE_STATUSES = [
  "idea",
  "clarifying",
  "trial",
  "running",
  "scaled",
  "finished",
  "abandoned",
] as const;
export type InitiativeStatus = (typeof INITIATIVE_STATUSES)[number];

export const LANES = ["idea", "trial", "running", "finished"] as const;
export type Lane = (typeof LANES)[number];

/** The statuses of a lane; a card dropped in the lane gets the first one. */
export const LANE_STATUSES: Readonly<Record<Lane, readonly [InitiativeStatus, ...InitiativeStatus[]]>> = {
  idea: ["idea", "clarifying"],
  trial: ["trial"],
  running: ["running", "scaled"],
  finished: ["finished", "abandoned"],
};

const LANE_OF_STATUS = Object.fromEntries(
  LANES.flatMap((lane) => LANE_STATUSES[lane].map((status) => [status, lane])),
) as Record<InitiativeStatus, Lane>;

export const laneOf = (status: InitiativeStatus): Lane => LANE_OF_STATUS[status];

export const CHAIN_LINKS = [
  "awareness",
  "pre-course",
  "education",
  "placement",
  "onboarding",
  "employment",
  "retention",
  "working-time",
] as const;
export type ChainLink = (typeof CHAIN_LINKS)[number];

/** The open vocabularies an initiative is tagged from; ids are those of `domain/reference`. */
export const TAG_FIELDS = ["professions", "themes", "activities", "targetGroups", "departments", "chainLinks"] as const;
export type TagField = (typeof TAG_FIELDS)[number];

/** What a title may hold before the page stops typing, and what the server refuses (characters). */
export const TITLE_PAGE_LIMIT = 160;
export const TITLE_LIMIT = 2_000;
export const DESCRIPTION_LIMIT = 20_000;
export const BOARD_INITIATIVE_LIMIT = 2_000;

export const isInitiativeStatus = (value: unknown): value is InitiativeStatus =>
  (INITIATIVE_STATUSES as readonly unknown[]).includes(value);

export interface InitiativeSource {
  readonly url: string;
  readonly title: string;
}

/** One actor tag: who, and in which role. */
export interface ActorTag {
  readonly actorId: string;
  readonly role: ActorRole;
}

export const ACTOR_ROLES = [
  "lead",
  "co-lead",
  "contributor",
  "adviser",
  "funder",
  "to-involve",
  "informed",
  "missing",
] as const;
export type ActorRole = (typeof ACTOR_ROLES)[number];
export const isActorRole = (value: unknown): value is ActorRole => (ACTOR_ROLES as readonly unknown[]).includes(value);

/** A run of text in a description with the marks that hold for all of it. */
export interface RichTextRun {
  readonly type: "text";
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  /** http, https or mailto only. */
  readonly href?: string;
}
/** A person by id; the name is looked up where it is shown, so that no name lives in a document. */
export interface RichTextMention {
  readonly type: "mention";
  readonly id: string;
}
export interface RichTextBlock {
  readonly type: "paragraph" | "bulletList" | "orderedList" | "listItem";
  readonly content: readonly RichTextNode[];
}
export type RichTextNode = RichTextRun | RichTextMention | RichTextBlock;

/** What may be said of an initiative beside its status. */
export const INITIATIVE_MARKS = ["paused", "evaluated"] as const;
export type InitiativeMark = (typeof INITIATIVE_MARKS)[number];

/** An initiative as read from the board document (domain/board-doc/snapshot.ts). */
export interface InitiativeSnapshot {
  readonly id: string;
  readonly title: string;
  readonly description: readonly RichTextNode[];
  /** The description as plain text; blocks are separated by a line break. */
  readonly descriptionText: string;
  readonly status: InitiativeStatus;
  /** Letters and digits, compared byte by byte; ties are broken by id. */
  readonly order: string;
  readonly actors: readonly ActorTag[];
  readonly tags: Readonly<Record<TagField, readonly string[]>>;
  readonly startYear: number | null;
  readonly paused: boolean;
  /** Absent unless it is set: rows and versions from before the mark was there are as they were. */
  readonly evaluated?: true;
  /** Milliseconds since 1970 when it was put in the bin, or null. */
  readonly binnedAt: number | null;
  readonly source: InitiativeSource | null;
}

export interface BoardSnapshot {
  readonly initiatives: readonly InitiativeSnapshot[];
}

/** Byte order of `order`, ties by id: the same on every client and in SQL. */
export function byOrder(a: { order: string; id: string }, b: { order: string; id: string }): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
