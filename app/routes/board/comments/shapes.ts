/** Shapes that the loaders of comments hand to the card. */
import type { Mentionable, NamedPart } from "#domain/comment.ts";

export interface ShownComment {
  readonly id: string;
  readonly personId: string;
  /** Null for somebody who is no longer here. */
  readonly name: string | null;
  readonly at: number;
  readonly parts: readonly NamedPart[];
  readonly isDeleted: boolean;
}

export interface ShownThread {
  readonly id: string;
  readonly isResolved: boolean;
  readonly comments: readonly ShownComment[];
}

/** The comments around a board's page. */
export interface BoardComments {
  /** Open threads per initiative; those without any are absent. */
  readonly open: Readonly<Record<string, number>>;
  /** Threads of the open card; null when none is open. */
  readonly card: { readonly id: string; readonly threads: readonly ShownThread[] } | null;
}

export type CommentProblem = "empty" | "too-long";

export interface CommentAnswer {
  readonly problem: CommentProblem | null;
  readonly comments: BoardComments;
}

export interface CallableAnswer {
  readonly mentionables: readonly Mentionable[];
}
