import { integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { WORKSHOP_PHASES } from "#domain/workshop.ts";

export const workshop = sqliteTable("workshop", {
  id: text("id").primaryKey(),
  title: text("title").notNull(),
  /** Who stands behind it, in one line. */
  organiser: text("organiser").notNull().default(""),
  phase: text("phase", { enum: WORKSHOP_PHASES }).notNull().default("map"),
  startsAt: integer("starts_at"),
  endsAt: integer("ends_at"),
  createdAt: integer("created_at").notNull(),
  createdBy: text("created_by"),
  /** The workshop that this is rehearsed for: a copy, in no list, and soon gone. */
  rehearsalOf: text("rehearsal_of"),
});

/** Organisations that take part: kommuner with a board each, others as readers. */
export const workshopOrganisation = sqliteTable(
  "workshop_organisation",
  {
    workshopId: text("workshop_id")
      .notNull()
      .references(() => workshop.id),
    // The organisation table refers to workshops for roles, so this side is kept by the query that adds the row.
    organisationId: text("organisation_id").notNull(),
    addedAt: integer("added_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workshopId, table.organisationId] })],
);

/** A table in the room: findings are given to it. Numbered as it is called out; the name is what it talks about, or empty. */
export const workshopTable = sqliteTable(
  "workshop_table",
  {
    id: text("id").primaryKey(),
    workshopId: text("workshop_id")
      .notNull()
      .references(() => workshop.id),
    number: integer("number").notNull(),
    name: text("name").notNull().default(""),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [uniqueIndex("workshop_table_number").on(table.workshopId, table.number)],
);
