/** Threads about initiatives, and who is to be told of what. */
import { index, integer, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import { NOTICE_REASONS } from "#domain/comment.ts";
import { board } from "./board.ts";
import { person } from "./person.ts";

export const commentThread = sqliteTable(
  "comment_thread",
  {
    id: text("id").primaryKey(),
    boardId: text("board_id")
      .notNull()
      .references(() => board.id),
    /** Of the board's document: a thread outlives its initiative's stay in the bin. */
    initiativeId: text("initiative_id").notNull(),
    startedAt: integer("started_at").notNull(),
    resolvedAt: integer("resolved_at"),
    resolvedBy: text("resolved_by"),
  },
  (table) => [index("comment_thread_initiative").on(table.boardId, table.initiativeId)],
);

export const comment = sqliteTable(
  "comment",
  {
    id: text("id").primaryKey(),
    threadId: text("thread_id")
      .notNull()
      .references(() => commentThread.id),
    personId: text("person_id").notNull(),
    at: integer("at").notNull(),
    /** Mentions as ids (domain/comment.ts); empty once it is deleted. */
    text: text("text").notNull(),
    deletedAt: integer("deleted_at"),
  },
  (table) => [index("comment_thread_id").on(table.threadId, table.at)],
);

/** One line of a person's inbox. */
export const inboxNotice = sqliteTable(
  "inbox_notice",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    personId: text("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    commentId: text("comment_id")
      .notNull()
      .references(() => comment.id),
    reason: text("reason", { enum: NOTICE_REASONS }).notNull(),
    at: integer("at").notNull(),
    readAt: integer("read_at"),
  },
  (table) => [
    unique("inbox_notice_once").on(table.personId, table.commentId),
    index("inbox_notice_person").on(table.personId, table.readAt),
  ],
);
