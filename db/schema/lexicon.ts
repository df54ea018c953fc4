import { sql } from "drizzle-orm";
import { integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { OPEN_FACETS } from "#domain/synergy/form-rules.ts";

/** Surface forms that people have added to concepts of the check's lexicon. One that was taken back stays for the record. */
export const lexiconForm = sqliteTable(
  "lexicon_form",
  {
    id: text("id").primaryKey(),
    facet: text("facet", { enum: OPEN_FACETS }).notNull(),
    conceptId: text("concept_id").notNull(),
    form: text("form").notNull(),
    addedBy: text("added_by").notNull(),
    addedAt: integer("added_at").notNull(),
    removedBy: text("removed_by"),
    removedAt: integer("removed_at"),
  },
  (table) => [
    uniqueIndex("lexicon_form_standing").on(table.facet, table.conceptId, table.form).where(sql`removed_at is null`),
  ],
);
