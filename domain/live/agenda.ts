/** The agenda of a workshop: timed items, each with what the phones, the projector and the facilitator do in it. */

/**
 * What happens in an item (PRODUCT's phase kinds). `silent-writing` collects private notes, `check-out` too; `reveal`, `grouping`
 * and `vote` work on the notes of the item that they follow.
 */
export const PHASE_KINDS = [
  "welcome",
  "since-last",
  "framing",
  "silent-writing",
  "reveal",
  "grouping",
  "vote",
  "ideas",
  "synergy-check",
  "commitments",
  "round",
  "check-out",
  "break",
] as const;
export type PhaseKind = (typeof PHASE_KINDS)[number];

/** Told to the participants before they write: the name is shown, only the kommune, or nothing is stored of who wrote. */
export const ANONYMITIES = ["named", "municipality", "anonymous"] as const;
export type Anonymity = (typeof ANONYMITIES)[number];

/** When notes are shown to others: as they are written, when the facilitator shows them, or when the facilitator moves on. */
export const REVEALS = ["at-once", "by-facilitator", "at-end"] as const;
export type Reveal = (typeof REVEALS)[number];

/** A heading to write or group under. */
export interface AgendaLane {
  readonly id: string;
  readonly title: string;
}

/** What is planned. */
export interface AgendaPlan {
  readonly title: string;
  /** The question on every screen; empty when there is none. */
  readonly prompt: string;
  readonly minutes: number;
  readonly kind: PhaseKind;
  readonly anonymity: Anonymity;
  readonly reveal: Reveal;
  /** Votes that each participant has; null where there is no ballot. */
  readonly voteBudget: number | null;
  readonly lanes: readonly AgendaLane[];
  /** Each table works on its own. */
  readonly byTable: boolean;
  /** Figures that the hall is shown, in an item that frames; at most two. */
  readonly indicators?: readonly string[] | null | undefined;
}

/** An item with what has happened to it. */
export interface AgendaItem extends AgendaPlan {
  readonly id: string;
  readonly position: number;
  /** Minutes that the facilitator added while it ran. */
  readonly extraMinutes: number;
  /** Of these, in a round, what one kommune was given while it spoke: the others have their share without it. */
  readonly spotlightMinutes: number;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly isSkipped: boolean;
  /** When all its notes, or the result of its ballot, were shown. */
  readonly revealedAt: number | null;
  /** The lanes whose notes are shown already. */
  readonly revealedLanes: readonly string[];
}

export const AGENDA_LIMITS = {
  items: 60,
  title: 80,
  prompt: 200,
  minutes: 480,
  lanes: 8,
  laneTitle: 40,
  votes: 20,
} as const;
export const NOTE_LIMIT = 280;
export const CLUSTER_TITLE_LIMIT = 80;

const COLLECTS_NOTES: ReadonlySet<PhaseKind> = new Set(["silent-writing", "check-out"]);
const WORKS_ON_NOTES: ReadonlySet<PhaseKind> = new Set(["reveal", "grouping", "vote"]);

export type NoteWord = "idea" | "reply";

const ASKS_FOR_IDEAS =
  /\bid(?:é|ea)|\b(?:kan|kunne|skal|vil) vi (?:gøre|prøve)|\b(?:can|could|shall|will) we (?:do|try)/iu;

/** What a note is called where people read it: an idea where the item asks for ideas; a barrier, a wish or a farewell is an answer. */
export const noteWord = (source: Pick<AgendaItem, "kind" | "title" | "prompt"> | null): NoteWord =>
  source?.kind === "silent-writing" && ASKS_FOR_IDEAS.test(`${source.title} ${source.prompt}`) ? "idea" : "reply";

/** Somebody talks and nothing is shown beside it: the hall listens and asks. */
export const isTalk = ({ kind, indicators }: Pick<AgendaItem, "kind" | "indicators">): boolean =>
  kind === "framing" && (indicators ?? []).length === 0;

export const collectsNotes = ({ kind }: Pick<AgendaItem, "kind">): boolean => COLLECTS_NOTES.has(kind);

/**
 * The item whose outcome this one works on: itself where notes are collected in it, else the nearest before it in which notes or, for
 * a ballot, ideas were written. Null without one.
 */
export function sourceOf<Item extends Pick<AgendaItem, "kind" | "id">>(
  agenda: readonly Item[],
  itemId: string,
): Item | null {
  const at = agenda.findIndex(({ id }) => id === itemId);
  const item = agenda[at];
  if (item === undefined) return null;
  if (collectsNotes(item)) return item;
  if (!WORKS_ON_NOTES.has(item.kind)) return null;
  const isSource = (each: Item) => collectsNotes(each) || (item.kind === "vote" && each.kind === "ideas");
  return agenda.slice(0, at).findLast(isSource) ?? null;
}
