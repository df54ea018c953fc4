import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { ACTOR_LEVELS, ACTOR_STATES, ACTOR_TYPES } from "#domain/actor.ts";

export const actor = sqliteTable("actor", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  shortName: text("short_name"),
  type: text("type", { enum: ACTOR_TYPES }).notNull(),
  level: text("level", { enum: ACTOR_LEVELS }).notNull().default("local"),
  state: text("state", { enum: ACTOR_STATES }).notNull(),
  /** The actor that this one was merged into. */
  mergedInto: text("merged_into"),
  /** Kommuner the actor works in, as codes; empty when it is not said. */
  areas: text("areas", { mode: "json" }).$type<string[]>().notNull().default([]),
  domain: text("domain"),
  note: text("note"),
  /** Where the entry comes from, for those the reference data lacked. */
  sourceUrl: text("source_url"),
  createdAt: integer("created_at").notNull(),
});

export const actorAlias = sqliteTable(
  "actor_alias",
  {
    actorId: text("actor_id")
      .notNull()
      .references(() => actor.id),
    alias: text("alias").notNull(),
  },
  (table) => [primaryKey({ columns: [table.actorId, table.alias] })],
);

/** A merge can be taken apart: `undoneAt` is set, and the merged actor gets its old state back. */
export const actorMerge = sqliteTable(
  "actor_merge",
  {
    id: text("id").primaryKey(),
    fromActorId: text("from_actor_id")
      .notNull()
      .references(() => actor.id),
    intoActorId: text("into_actor_id")
      .notNull()
      .references(() => actor.id),
    stateBefore: text("state_before", { enum: ACTOR_STATES }).notNull(),
    mergedBy: text("merged_by").notNull(),
    at: integer("at").notNull(),
    undoneAt: integer("undone_at"),
  },
  (table) => [index("actor_merge_from").on(table.fromActorId)],
);
