import { blob, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { LoggedField } from "#domain/board-doc/schema.ts";
import { BOARD_ACCESSES, BOARD_VISIBILITIES } from "#domain/organisation.ts";
import { organisation } from "./organisation.ts";
import { person } from "./person.ts";
import { workshop } from "./workshop.ts";

export const board = sqliteTable(
  "board",
  {
    id: text("id").primaryKey(),
    workshopId: text("workshop_id")
      .notNull()
      .references(() => workshop.id),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisation.id),
    visibility: text("visibility", { enum: BOARD_VISIBILITIES }).notNull().default("workshop"),
    /** Part of the room's name; a deleted or restored board never comes back under an old one. */
    generation: integer("generation").notNull().default(1),
    /** Highest log row that the rows of `initiative` stand for. */
    projectedSeq: integer("projected_seq").notNull().default(0),
    createdAt: integer("created_at").notNull(),
    deletedAt: integer("deleted_at"),
  },
  (table) => [index("board_workshop").on(table.workshopId), index("board_organisation").on(table.organisationId)],
);

/** The log: one row per accepted update, written before anyone else sees it. */
export const boardUpdate = sqliteTable(
  "board_update",
  {
    seq: integer("seq").primaryKey({ autoIncrement: true }),
    boardId: text("board_id")
      .notNull()
      .references(() => board.id),
    /** Null when the server itself wrote. */
    personId: text("person_id"),
    at: integer("at").notNull(),
    bytes: blob("bytes", { mode: "buffer" }).notNull(),
  },
  (table) => [index("board_update_board").on(table.boardId, table.seq)],
);

export const boardSnapshot = sqliteTable("board_snapshot", {
  boardId: text("board_id")
    .primaryKey()
    .references(() => board.id),
  uptoSeq: integer("upto_seq").notNull(),
  state: blob("state", { mode: "buffer" }).notNull(),
  stateVector: blob("state_vector", { mode: "buffer" }).notNull(),
  at: integer("at").notNull(),
});

/** An operator's override of who may read or write a board. */
export const boardAccess = sqliteTable(
  "board_access",
  {
    boardId: text("board_id")
      .notNull()
      .references(() => board.id),
    personId: text("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    access: text("access", { enum: BOARD_ACCESSES }).notNull(),
    at: integer("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.boardId, table.personId] })],
);

/** When a person was last seen at the board, so that the next visit can tell what changed meanwhile. */
export const boardVisit = sqliteTable(
  "board_visit",
  {
    boardId: text("board_id")
      .notNull()
      .references(() => board.id),
    personId: text("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    /** Last sign of the visit before the one under way. */
    previousAt: integer("previous_at"),
    currentAt: integer("current_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.boardId, table.personId] })],
);

/** Who changed a field of an initiative last, and when: one row per field, written with the projection. */
export const fieldChange = sqliteTable(
  "field_change",
  {
    boardId: text("board_id")
      .notNull()
      .references(() => board.id),
    initiativeId: text("initiative_id").notNull(),
    field: text("field").$type<LoggedField>().notNull(),
    personId: text("person_id"),
    at: integer("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.boardId, table.initiativeId, table.field] }),
    index("field_change_at").on(table.boardId, table.at),
  ],
);
