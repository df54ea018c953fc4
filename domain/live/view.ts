/**
 * What everybody who takes part in a live workshop may see, and the projector shows: nothing in it is private, and no text of a
 * note stands in it before its reveal. Sections are maps by id, so that a change of one thing travels alone.
 */
import type { ChainLink } from "#domain/initiative.ts";
import type { AgendaItem, PhaseKind } from "./agenda.ts";
import type { BallotCount, BallotResult } from "./ballot.ts";
import type { Commitment } from "./commitment.ts";
import type { ParticipantRole } from "./participant.ts";
import type { QuestionState } from "./question.ts";
import type { Timer } from "./timer.ts";

/** Where the workshop stands. */
export interface Stage {
  readonly workshopId: string;
  readonly title: string;
  readonly joinCode: string;
  readonly state: "lobby" | "running" | "closed";
  /** The item that runs; null in the lobby and when it is closed. */
  readonly itemId: string | null;
  readonly timer: Timer | null;
  /** When the workshop was planned to begin. */
  readonly plannedAt: number | null;
  /** The kommune that is called up in a round. */
  readonly spotlightId: string | null;
  /** The note or group that the facilitator asks everybody to look at. */
  readonly pointedId: string | null;
  readonly leadPersonId: string | null;
  readonly leadSeenAt: number | null;
  readonly isBlack: boolean;
  readonly isFrozen: boolean;
}

export interface ShownParticipant {
  readonly name: string;
  readonly organisationId: string | null;
  readonly role: ParticipantRole;
  readonly tableId: string | null;
  readonly isHost: boolean;
  readonly readyItemId: string | null;
}

/** How much has been written in an item, of what is not shown: counts, never content. */
export interface NoteCount {
  readonly hidden: number;
  readonly shown: number;
  /** Of both, by table id and by lane id. */
  readonly byTable: Readonly<Record<string, number>>;
  readonly byLane: Readonly<Record<string, number>>;
}

/** A note after its reveal. */
export interface ShownNote {
  readonly itemId: string;
  readonly laneId: string | null;
  readonly tableId: string | null;
  readonly text: string;
  /** A name, where names are shown. */
  readonly name: string | null;
  /** A kommune, where it may be shown; `others` when too few wrote for it. */
  readonly organisationId: string | "others" | null;
  readonly clusterId: string | null;
  readonly order: string;
}

export interface ShownCluster {
  readonly itemId: string;
  readonly laneId: string | null;
  readonly tableId: string | null;
  readonly title: string;
  readonly order: string;
}

/** A ballot, by the id of its item. Without its result before the reveal. */
export interface ShownBallot {
  /** What may be voted for, in the order shown, while it is open; `notes` is how many stand behind it. */
  readonly targets: readonly { readonly id: string; readonly text: string; readonly notes: number }[];
  readonly budget: number;
  readonly result: BallotResult | null;
  /** By which count the result is shown. */
  readonly count: BallotCount;
  /** The best place that is shown; what is better is not in the result. 1 is all. */
  readonly shownFrom: number;
}

/** An agreement with what its kommune says of it in this workshop; null when it has said nothing. */
export interface ShownCommitment extends Omit<Commitment, "id"> {
  readonly isFromEarlier: boolean;
  readonly update: { readonly status: Commitment["status"]; readonly remark: string } | null;
}

export interface ShownEntry {
  readonly kind: "parked" | "decision";
  readonly text: string;
  readonly at: number;
}

export interface ShownQuestion {
  readonly text: string;
  readonly state: QuestionState;
  readonly mergedInto: string | null;
  readonly answer: string;
  readonly reason: string;
  readonly votes: number;
  readonly askedAt: number;
}

/** Where kommuner reach people at other links of the chain, but not at these. */
export interface ShownWhiteSpot {
  readonly links: readonly ChainLink[];
  /** An id of the vocabulary. */
  readonly targetGroup: string;
  /** How many reach the people, and the names of those that do not here. */
  readonly reaching: number;
  readonly missing: readonly string[];
}

/** What the check has found between the boards that are shared, while the agenda is at it. */
export interface ShownCheck {
  readonly total: number;
  /** Pairs that the kommuner have answered. */
  readonly decided: number;
  /** Every answer that a kommune has given, also one that decides nothing yet: when it grows, a table's pairs are read again. */
  readonly answers: number;
  /** Actors that many kommuner count on, most first. */
  readonly pressed: readonly { readonly id: string; readonly name: string; readonly kommuner: readonly string[] }[];
  /** The largest first. */
  readonly whiteSpots: readonly ShownWhiteSpot[];
}

type ById<T> = Readonly<Record<string, T>>;

export interface LiveView {
  readonly stage: { readonly now?: Stage | undefined };
  readonly agenda: ById<Omit<AgendaItem, "id">>;
  readonly organisations: ById<{ readonly name: string; readonly isMunicipality: boolean }>;
  readonly tables: ById<{ readonly number: number; readonly name: string }>;
  readonly participants: ById<ShownParticipant>;
  readonly counts: ById<NoteCount>;
  readonly notes: ById<ShownNote>;
  readonly clusters: ById<ShownCluster>;
  readonly ballots: ById<ShownBallot>;
  /** How many have voted, by the ballot's item: apart from it, because it changes with every vote and the ballot does not. */
  readonly voters: ById<number>;
  readonly commitments: ById<ShownCommitment>;
  readonly entries: ById<ShownEntry>;
  readonly questions: ById<ShownQuestion>;
  /** What has been written on the shared boards while the agenda is at ideas. */
  readonly ideas: ById<{ readonly title: string; readonly organisationId: string; readonly at: number }>;
  readonly check: { readonly now?: ShownCheck | undefined };
}

export const LIVE_SECTIONS = [
  "stage",
  "agenda",
  "organisations",
  "tables",
  "participants",
  "counts",
  "notes",
  "clusters",
  "ballots",
  "voters",
  "commitments",
  "entries",
  "questions",
  "ideas",
  "check",
] as const satisfies (keyof LiveView)[];
export type LiveSection = (typeof LIVE_SECTIONS)[number];

/** The agenda in order, with the ids. */
export const agendaOf = ({ agenda }: Pick<LiveView, "agenda">): AgendaItem[] =>
  Object.entries(agenda)
    .map(([id, item]) => ({ ...item, id }))
    .sort((a, b) => a.position - b.position);

/** The item that runs; null when none does. */
export const currentItem = (view: LiveView): AgendaItem | null =>
  agendaOf(view).find(({ id }) => id === view.stage.now?.itemId) ?? null;

/** Kinds in which a phone has something to say that it is ready with. */
export const ASKS_READY: ReadonlySet<PhaseKind> = new Set(["silent-writing", "grouping", "vote", "check-out"]);

/** What everybody is asked to look at; null when nothing is, or when it is not there any more. */
export interface PointedOut {
  readonly text: string;
  /** The notes in it, when it is a group. */
  readonly notes: readonly string[];
}

export function pointedOut({
  stage,
  notes,
  clusters,
}: Pick<LiveView, "stage" | "notes" | "clusters">): PointedOut | null {
  const id = stage.now?.pointedId ?? null;
  if (id === null) return null;
  const cluster = clusters[id];
  if (cluster === undefined) return notes[id] === undefined ? null : { text: notes[id].text, notes: [] };
  const within = Object.values(notes).filter(({ clusterId }) => clusterId === id);
  return { text: cluster.title, notes: within.sort((a, b) => (a.order < b.order ? -1 : 1)).map(({ text }) => text) };
}
