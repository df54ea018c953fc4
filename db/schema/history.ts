/** What a board was: versions to go back to, and who worked on what, when. */
import { blob, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { VERSION_REASONS } from "#domain/board-history.ts";
import { board } from "./board.ts";

export const boardVersion = sqliteTable(
  "board_version",
  {
    id: text("id").primaryKey(),
    boardId: text("board_id")
      .notNull()
      .references(() => board.id),
    at: integer("at").notNull(),
    /** Null when the server kept it by itself. */
    personId: text("person_id"),
    reason: text("reason", { enum: VERSION_REASONS }).notNull(),
    /** What people call it; for `phase` the key of the phase that began. */
    name: text("name"),
    /** `BoardSnapshot` JSON, gzipped. */
    snapshot: blob("snapshot", { mode: "buffer" }).notNull(),
  },
  (table) => [index("board_version_board").on(table.boardId, table.at)],
);

/** One row per person, initiative and stretch of work; written with the projection. */
export const boardEvent = sqliteTable(
  "board_event",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    boardId: text("board_id")
      .notNull()
      .references(() => board.id),
    initiativeId: text("initiative_id").notNull(),
    /** Null when the server itself wrote. */
    personId: text("person_id"),
    startedAt: integer("started_at").notNull(),
    at: integer("at").notNull(),
    /** Names of the fields, as in `field_change`. */
    fields: text("fields", { mode: "json" }).$type<readonly string[]>().notNull(),
  },
  (table) => [
    index("board_event_board").on(table.boardId, table.at),
    index("board_event_initiative").on(table.boardId, table.initiativeId, table.at),
  ],
);
