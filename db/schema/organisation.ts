import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { ORGANISATION_KINDS, ROLES } from "#domain/organisation.ts";
import { person } from "./person.ts";
import { workshop } from "./workshop.ts";

export const organisation = sqliteTable("organisation", {
  /** A kommune's id is its four-digit code. */
  id: text("id").primaryKey(),
  kind: text("kind", { enum: ORGANISATION_KINDS }).notNull(),
  name: text("name").notNull(),
  fullName: text("full_name").notNull(),
  createdAt: integer("created_at").notNull(),
});

/** Who holds which role, where. Ended roles stay for the record. */
export const roleAssignment = sqliteTable(
  "role_assignment",
  {
    id: text("id").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    role: text("role", { enum: ROLES }).notNull(),
    organisationId: text("organisation_id").references(() => organisation.id),
    workshopId: text("workshop_id").references(() => workshop.id),
    createdAt: integer("created_at").notNull(),
    createdBy: text("created_by"),
    endedAt: integer("ended_at"),
  },
  (table) => [
    index("role_assignment_person").on(table.personId),
    index("role_assignment_organisation").on(table.organisationId),
    uniqueIndex("role_assignment_once")
      // Two nulls count as different in an index. Written without a comma: the migration generator splits there.
      .on(
        table.personId,
        table.role,
        sql`(case when organisation_id is null then '' else organisation_id end)`,
        sql`(case when workshop_id is null then '' else workshop_id end)`,
      )
      .where(sql`ended_at is null`),
  ],
);

/** An invitation is a link; only the hash of its token is kept. It dies after seven days or one use. */
export const invitation = sqliteTable(
  "invitation",
  {
    id: text("id").primaryKey(),
    tokenHash: text("token_hash").notNull().unique(),
    role: text("role", { enum: ROLES }).notNull(),
    organisationId: text("organisation_id").references(() => organisation.id),
    workshopId: text("workshop_id").references(() => workshop.id),
    /** Shown to the one who invites, to tell links apart; never required to match. */
    note: text("note"),
    invitedBy: text("invited_by").notNull(),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    usedAt: integer("used_at"),
    usedBy: text("used_by"),
    revokedAt: integer("revoked_at"),
  },
  (table) => [
    index("invitation_organisation").on(table.organisationId),
    index("invitation_workshop").on(table.workshopId),
  ],
);
