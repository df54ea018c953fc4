/** Projection of the board documents: written by db/queries/initiative-rows.ts only, and rebuildable. */
import { sql } from "drizzle-orm";
import { foreignKey, index, integer, primaryKey, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import { ACTOR_ROLES, INITIATIVE_STATUSES, TAG_FIELDS } from "#domain/initiative.ts";
import { board } from "./board.ts";

export const initiative = sqliteTable(
  "initiative",
  {
    boardId: text("board_id")
      .notNull()
      .references(() => board.id),
    id: text("id").notNull(),
    title: text("title").notNull(),
    descriptionText: text("description_text").notNull(),
    /** The whole initiative as `InitiativeSnapshot` JSON, so that pages render without opening the document. */
    snapshot: text("snapshot").notNull(),
    status: text("status", { enum: INITIATIVE_STATUSES }).notNull(),
    sortOrder: text("sort_order").notNull(),
    startYear: integer("start_year"),
    paused: integer("paused", { mode: "boolean" }).notNull().default(false),
    /** Set while the initiative lies in the bin; binned rows count nowhere. */
    binnedAt: integer("binned_at"),
    createdAt: integer("created_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
    updatedBy: text("updated_by"),
    /** True until the index of the search has what the row says. */
    isTextStale: integer("is_text_stale", { mode: "boolean" }).notNull().default(true),
  },
  (table) => [
    primaryKey({ columns: [table.boardId, table.id] }),
    index("initiative_updated").on(table.updatedAt),
    index("initiative_text_stale").on(table.isTextStale).where(sql`is_text_stale = 1`),
  ],
);

export const initiativeTag = sqliteTable(
  "initiative_tag",
  {
    boardId: text("board_id").notNull(),
    initiativeId: text("initiative_id").notNull(),
    field: text("field", { enum: TAG_FIELDS }).notNull(),
    tagId: text("tag_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.boardId, table.initiativeId, table.field, table.tagId] }),
    index("initiative_tag_tag").on(table.field, table.tagId),
    foreignKey({
      columns: [table.boardId, table.initiativeId],
      foreignColumns: [initiative.boardId, initiative.id],
    }).onDelete("cascade"),
  ],
);

export const initiativeActor = sqliteTable(
  "initiative_actor",
  {
    boardId: text("board_id").notNull(),
    initiativeId: text("initiative_id").notNull(),
    /** As the document has it; a merged actor is resolved when read. */
    actorId: text("actor_id").notNull(),
    role: text("role", { enum: ACTOR_ROLES }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.boardId, table.initiativeId, table.actorId] }),
    index("initiative_actor_actor").on(table.actorId),
    foreignKey({
      columns: [table.boardId, table.initiativeId],
      foreignColumns: [initiative.boardId, initiative.id],
    }).onDelete("cascade"),
  ],
);

/**
 * What full-text search reads: folded text (domain/fold.ts), one row per initiative. The hand-written migration lays
 * two FTS5 indexes over it, one of trigrams and one of words, and keeps them by triggers.
 */
export const initiativeText = sqliteTable(
  "initiative_text",
  {
    // An INTEGER PRIMARY KEY keeps its value through VACUUM, which the indexes rest on.
    id: integer("id").primaryKey({ autoIncrement: true }),
    boardId: text("board_id").notNull(),
    initiativeId: text("initiative_id").notNull(),
    title: text("title").notNull(),
    body: text("body").notNull(),
  },
  (table) => [
    unique("initiative_text_initiative").on(table.boardId, table.initiativeId),
    foreignKey({
      columns: [table.boardId, table.initiativeId],
      foreignColumns: [initiative.boardId, initiative.id],
    }).onDelete("cascade"),
  ],
);
