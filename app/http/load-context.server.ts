/**
 * What `server/` hands to loaders and actions. Server and pages are two module graphs: instances cross here and nowhere
 * else, so only types are imported from either side.
 */
import type { Database } from "#db/client.ts";
import type { Notice } from "#domain/board-doc/wire.ts";
import type { Reason } from "#domain/finding.ts";
import type { BoardSnapshot, ChainLink } from "#domain/initiative.ts";
import type { LiveSection } from "#domain/live/view.ts";
import type { Person } from "#domain/permissions.ts";
import type { AlikeNotes, NoteText } from "#domain/synergy/alike-notes.ts";
import type { AddedForm } from "#domain/synergy/form-rules.ts";
import type { SynergyDraft, SynergyMatch } from "#domain/synergy/types.ts";

export interface CurrentSession {
  readonly id: string;
  readonly person: Person & {
    readonly language: "da" | "en" | null;
    readonly introSeen: boolean;
    readonly isGuest: boolean;
  };
}

export interface Rooms {
  /** The board as it is now, from the live room or from storage; null when the board does not exist. */
  snapshot(boardId: string): Promise<BoardSnapshot | null>;
  /**
   * A change by an action or the server, on the road that everybody's take; `personId` is who gets the credit. Resolves when
   * it is on disk; throws, and nothing of it has happened, when it could not be stored or `change` throws.
   */
  edit(boardId: string, personId: string | null, change: (doc: import("yjs").Doc) => void): Promise<void>;
  /** Closes every socket of a session with 4401. */
  sessionEnded(sessionId: string): void;
  /** Asks again for everybody in the board's room (or everywhere): 4403 without access, 4409 when the role changed. */
  accessChanged(boardId?: string): void;
  /** Something came into these people's inboxes, or was read: their pages are told. */
  inboxChanged(personIds: Iterable<string>): void;
  /**
   * Something of a live workshop has changed: everybody who takes part is told, and the projector unless it is frozen. What hundreds do
   * at once names the sections that it changes, and only they are read again.
   */
  liveChanged(workshopId: string, ...sections: readonly LiveSection[]): void;
  /** 4404 for everybody: the board is deleted or has a new generation. */
  boardGone(boardId: string): void;
  /** Tells the board's open pages that something beside the document has changed. */
  notify(boardId: string, notice: Notice): void;
  /** Resolves when everything taken in so far is on disk and in the rows. */
  settle(): Promise<void>;
}

/** How many initiatives have been compared so far. */
export interface CheckProgress {
  readonly compared: number;
  readonly total: number;
  /** Somebody stopped it there; what is written is checked all the same, against what was read. */
  readonly isStopped: boolean;
}

export interface Synergy {
  /** How far the check of everything has come that follows a start; null when it is done. */
  progress(): CheckProgress | null;
  /** Stops that check after what it is just reading; what it found stays. Nothing where it does not run. */
  stopCheck(): void;
  /** Begins a stopped check again, from the first initiative. Nothing where none was stopped. */
  beginCheck(): void;
  /** Related initiatives for text being written; reads nothing the person may not read. */
  similar(
    draft: SynergyDraft,
    options: { readableBoardIds: ReadonlySet<string>; limit: number },
  ): Promise<SynergyMatch[]>;
  /** Where in the chain each of these initiatives has its place, as the check reads it; nothing while it has not read it. */
  chainLinks(
    places: readonly { readonly boardId: string; readonly initiativeId: string }[],
  ): Promise<readonly (readonly ChainLink[])[]>;
  /** Sets of notes that say much the same, with what they share; nothing while the check is away. */
  alikeNotes(notes: readonly NoteText[]): Promise<readonly AlikeNotes[]>;
  /** Pairs among these initiatives that are not suggested although their words recur, with what speaks against each. */
  passedOver(
    places: readonly { readonly boardId: string; readonly initiativeId: string }[],
    limit: number,
  ): Promise<
    readonly {
      readonly a: { readonly boardId: string; readonly initiativeId: string };
      readonly b: { readonly boardId: string; readonly initiativeId: string };
      readonly against: readonly Reason[];
    }[]
  >;
  /** The registry changed (new alias, merge): actors are looked up anew and findings brought up to date. */
  actorsChanged(): Promise<void>;
  /** A form was added to the lexicon, or taken back: what says something else with it is checked anew. */
  formsChanged(): Promise<void>;
  /** The initiatives on these boards in which a form stands; nothing while they are not read yet. */
  findForm(
    form: AddedForm,
    readableBoardIds: ReadonlySet<string>,
  ): Promise<readonly { readonly boardId: string; readonly initiativeId: string }[]>;
  /** The board was deleted or has come back: its initiatives are taken out of the check, or into it. */
  boardChanged(boardId: string): Promise<void>;
  /** Resolves when every projected change so far is checked and its findings are stored. */
  settled(): Promise<void>;
}

/** How a rehearsal goes, or went. */
export interface RehearsalState {
  readonly isRunning: boolean;
  /** The item that it has come to, of how many, and what it is called. */
  readonly at: number;
  readonly items: number;
  readonly title: string;
  /** Joins, notes, votes and the like that went as they must. */
  readonly done: number;
  /** Where it stopped because something went wrong: what the server's log has it under. */
  readonly trouble: string | null;
  /** False when something of it still stands; it goes when the server starts the next time. */
  readonly isWiped: boolean;
  readonly endedAt: number | null;
}

export interface RehearsalDesk {
  /** The last one of the workshop since the server started; null without one. */
  state(workshopId: string): RehearsalState | null;
  /** Begins one, unless one is under way. */
  start(workshopId: string, personId: string): void;
}

export interface Mailer {
  /** True where mail is sent; otherwise links are shown to copy. */
  readonly enabled: boolean;
  send(mail: { to: string; subject: string; text: string }): Promise<void>;
}

export interface SignIn {
  /** A single-use link, 15 minutes; null for an unknown address. Callers answer alike in both cases. */
  createLink(email: string): Promise<string | null>;
  /** Uses up the link; the headers carry the session cookie. Null when it is used or expired. */
  redeemLink(token: string, request: Request): Promise<Headers | null>;
  /**
   * For a person whom the caller vouches for: one of the demo's, or who has just used up an invitation. It proves nothing
   * about their e-mail address: whoever later signs in by a link mailed to it takes the account over.
   */
  signInAs(personId: string, request: Request, by: "demo" | "invitation" | "join-code" | "place"): Promise<Headers>;
  /**
   * Looks up a code that somebody typed, and counts the wrong ones by where they come from.
   *
   * @param look null for a wrong code
   */
  guessCode<T>(look: () => Promise<T | null>): Promise<T | null>;
  /** Null when address or password is wrong. */
  signInWithPassword(email: string, password: string, request: Request): Promise<Headers | null>;
  setPassword(personId: string, password: string): Promise<void>;
  signOut(request: Request): Promise<Headers>;
  sessions(
    personId: string,
  ): Promise<readonly { id: string; createdAt: number; lastSeenAt: number; userAgent: string }[]>;
  revokeSession(personId: string, sessionId: string): Promise<void>;
  revokeAllSessions(personId: string): Promise<void>;
}

export interface Settings {
  /** Public address, without a slash at the end. */
  readonly origin: string;
  readonly demo: boolean;
  readonly accessibilityStatementUrl: string | null;
}

/** Another site's form, a body of unknown or too great length, no space left on the disk. */
export type Refusal = 403 | 411 | 413 | 503;

export interface Services {
  readonly db: Database;
  readonly session: CurrentSession | null;
  readonly rooms: Rooms;
  readonly synergy: Synergy;
  readonly rehearsals: RehearsalDesk;
  readonly signIn: SignIn;
  readonly mailer: Mailer;
  readonly settings: Settings;
  /** For this response's scripts. */
  readonly cspNonce: string;
  /** Shown to the person with whatever went wrong, and written to the log. */
  readonly requestId: string;
  /** Why nothing may be done for this request, whatever it asks; every action answers with it. */
  readonly refusal: Refusal | null;
  /** Writes an unexpected error to the log, under the request's id. */
  readonly reportError: (error: unknown, request: Request) => void;
  readonly now: () => number;
}
