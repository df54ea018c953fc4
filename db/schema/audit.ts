import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Append-only: who did what, when. Never holds content. */
export const auditEvent = sqliteTable(
  "audit_event",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    at: integer("at").notNull(),
    /** Null for the operator at the command line. */
    personId: text("person_id"),
    action: text("action").notNull(),
    subject: text("subject").notNull(),
    detail: text("detail", { mode: "json" }).$type<Record<string, string>>(),
  },
  (table) => [index("audit_event_at").on(table.at)],
);
