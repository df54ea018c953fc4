import { sql } from "drizzle-orm";
import { customType, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { ANSWERS, CAUSES, FINDING_KINDS, type Reason, STRENGTHS } from "#domain/finding.ts";
import { readReasons, writeReasons } from "#domain/written-reasons.ts";
import { workshopTable } from "./workshop.ts";

const reasonList = customType<{ data: Reason[]; driverData: string }>({
  dataType: () => "text",
  toDriver: writeReasons,
  fromDriver: readReasons,
});

/** One pair that the check shows. `a` sorts before `b` by board id and initiative id. */
export const finding = sqliteTable(
  "finding",
  {
    id: text("id").primaryKey(),
    aBoardId: text("a_board_id").notNull(),
    aInitiativeId: text("a_initiative_id").notNull(),
    bBoardId: text("b_board_id").notNull(),
    bInitiativeId: text("b_initiative_id").notNull(),
    /** What it is shown as: what the check says, unless somebody has said otherwise of these texts. */
    kind: text("kind", { enum: FINDING_KINDS }).notNull(),
    strength: text("strength", { enum: STRENGTHS }).notNull(),
    score: real("score").notNull(),
    reasons: reasonList("reasons").notNull(),
    /** Hash of what the check read of each side: texts and tags. A decision holds for these. */
    aHash: text("a_hash").notNull(),
    bHash: text("b_hash").notNull(),
    createdAt: integer("created_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
    /** Set when the check no longer finds it; kept where somebody has answered. */
    goneAt: integer("gone_at"),
    /** The kind that somebody has given it; null where the check's own holds. */
    givenKind: text("given_kind", { enum: FINDING_KINDS }),
  },
  (table) => [
    // Also where an initiative is looked for as `a`.
    uniqueIndex("finding_pair").on(table.aBoardId, table.aInitiativeId, table.bBoardId, table.bInitiativeId),
    index("finding_b").on(table.bBoardId, table.bInitiativeId),
    // Holds all that counting needs, so that a country's findings are counted without reading their reasons.
    index("finding_standing").on(table.kind, table.aBoardId, table.bBoardId).where(sql`gone_at is null`),
  ],
);

/** The kommuner's answers; the newest row per kommune counts while its hashes are those of the texts. */
export const findingAnswer = sqliteTable(
  "finding_answer",
  {
    id: text("id").primaryKey(),
    findingId: text("finding_id")
      .notNull()
      .references(() => finding.id),
    organisationId: text("organisation_id").notNull(),
    answer: text("answer", { enum: ANSWERS }).notNull(),
    reason: text("reason").notNull().default(""),
    personId: text("person_id").notNull(),
    aHash: text("a_hash").notNull(),
    bHash: text("b_hash").notNull(),
    at: integer("at").notNull(),
    cause: text("cause", { enum: CAUSES }),
  },
  (table) => [index("finding_answer_finding").on(table.findingId, table.organisationId, table.at)],
);

/** What those who look across the kommuner suggest. It decides nothing; the newest row counts while its hashes are those of the texts. */
export const findingAssessment = sqliteTable(
  "finding_assessment",
  {
    id: text("id").primaryKey(),
    findingId: text("finding_id")
      .notNull()
      .references(() => finding.id),
    personId: text("person_id").notNull(),
    answer: text("answer", { enum: ANSWERS }).notNull(),
    cause: text("cause", { enum: CAUSES }),
    reason: text("reason").notNull().default(""),
    aHash: text("a_hash").notNull(),
    bHash: text("b_hash").notNull(),
    at: integer("at").notNull(),
  },
  (table) => [index("finding_assessment_finding").on(table.findingId, table.at)],
);

/** Append-only: each time somebody said that a pair is of another kind, with the kind that it had. */
export const findingKindChange = sqliteTable(
  "finding_kind_change",
  {
    id: text("id").primaryKey(),
    findingId: text("finding_id")
      .notNull()
      .references(() => finding.id),
    personId: text("person_id").notNull(),
    fromKind: text("from_kind", { enum: FINDING_KINDS }).notNull(),
    kind: text("kind", { enum: FINDING_KINDS }).notNull(),
    cause: text("cause", { enum: CAUSES }),
    reason: text("reason").notNull().default(""),
    aHash: text("a_hash").notNull(),
    bHash: text("b_hash").notNull(),
    at: integer("at").notNull(),
  },
  (table) => [index("finding_kind_change_finding").on(table.findingId, table.at)],
);

/** Which table of a workshop talks about a finding; none is left when either goes. */
export const findingTable = sqliteTable(
  "finding_table",
  {
    findingId: text("finding_id")
      .notNull()
      .references(() => finding.id, { onDelete: "cascade" }),
    workshopId: text("workshop_id").notNull(),
    tableId: text("table_id")
      .notNull()
      .references(() => workshopTable.id, { onDelete: "cascade" }),
    assignedBy: text("assigned_by").notNull(),
    at: integer("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.findingId, table.workshopId] }),
    index("finding_table_table").on(table.tableId),
  ],
);
