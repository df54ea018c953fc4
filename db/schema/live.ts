/** The live workshop: its agenda, where it stands, who takes part, and what they write, vote and agree on. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { type AgendaLane, type AgendaPlan, ANONYMITIES, PHASE_KINDS, REVEALS } from "#domain/live/agenda.ts";
import { BALLOT_COUNTS, type BallotResult } from "#domain/live/ballot.ts";
import { COMMITMENT_STATUSES } from "#domain/live/commitment.ts";
import { PARTICIPANT_ROLES } from "#domain/live/participant.ts";
import { QUESTION_STATES } from "#domain/live/question.ts";
import type { StageBefore } from "#domain/live/stage-move.ts";
import { organisation } from "./organisation.ts";
import { person } from "./person.ts";
import { workshop, workshopTable } from "./workshop.ts";

const ofWorkshop = () =>
  text("workshop_id")
    .notNull()
    .references(() => workshop.id);
const ofItem = () =>
  text("item_id")
    .notNull()
    .references(() => agendaItem.id);

export const agendaItem = sqliteTable(
  "agenda_item",
  {
    id: text("id").primaryKey(),
    workshopId: ofWorkshop(),
    position: integer("position").notNull(),
    title: text("title").notNull(),
    prompt: text("prompt").notNull().default(""),
    minutes: integer("minutes").notNull(),
    kind: text("kind", { enum: PHASE_KINDS }).notNull(),
    anonymity: text("anonymity", { enum: ANONYMITIES }).notNull().default("named"),
    reveal: text("reveal", { enum: REVEALS }).notNull().default("by-facilitator"),
    voteBudget: integer("vote_budget"),
    lanes: text("lanes", { mode: "json" }).$type<AgendaLane[]>().notNull().default([]),
    byTable: integer("by_table", { mode: "boolean" }).notNull().default(false),
    indicators: text("indicators", { mode: "json" }).$type<readonly string[]>(),
    extraMinutes: integer("extra_minutes").notNull().default(0),
    /** Of the extra minutes of a round, those that one kommune was given while it spoke. */
    spotlightMinutes: integer("spotlight_minutes").notNull().default(0),
    startedAt: integer("started_at"),
    endedAt: integer("ended_at"),
    isSkipped: integer("is_skipped", { mode: "boolean" }).notNull().default(false),
    revealedAt: integer("revealed_at"),
    revealedLanes: text("revealed_lanes", { mode: "json" }).$type<string[]>().notNull().default([]),
    /** What the ballot said when it was revealed; the votes themselves are gone then. */
    ballotResult: text("ballot_result", { mode: "json" }).$type<BallotResult>(),
    /** By which count the result is shown: the facilitator's choice. */
    ballotCount: text("ballot_count", { enum: BALLOT_COUNTS }).notNull().default("raw"),
    /** The best place of the result that is shown so far, on the way up to the first; 1 is all of it. */
    shownFrom: integer("shown_from").notNull().default(1),
  },
  (table) => [index("agenda_item_workshop").on(table.workshopId, table.position)],
);

/** An agenda to begin from: saved by somebody, to use and copy across kommuner. */
export const agendaTemplate = sqliteTable("agenda_template", {
  id: text("id").primaryKey(),
  title: text("title").notNull(),
  items: text("items", { mode: "json" }).$type<AgendaPlan[]>().notNull(),
  createdBy: text("created_by").notNull(),
  createdAt: integer("created_at").notNull(),
});

/** Where a workshop stands. One row from when it is opened for participants. */
export const workshopRun = sqliteTable("workshop_run", {
  workshopId: text("workshop_id")
    .primaryKey()
    .references(() => workshop.id),
  joinCode: text("join_code").notNull().unique(),
  openedAt: integer("opened_at").notNull(),
  /** When the first item began. */
  startedAt: integer("started_at"),
  closedAt: integer("closed_at"),
  itemId: text("item_id").references(() => agendaItem.id),
  /** The clock of the item: when it ends, or what was left when it was paused. At most one of them is set. */
  timerEndsAt: integer("timer_ends_at"),
  timerLeftMs: integer("timer_left_ms"),
  /** The facilitator who moves it, and when that facilitator's page was last heard. */
  leadPersonId: text("lead_person_id"),
  leadSeenAt: integer("lead_seen_at"),
  /** The kommune that everybody looks at, in a round; null when nobody is called up. */
  spotlightId: text("spotlight_id"),
  /** The shown note or the group that everybody is asked to look at. */
  pointedId: text("pointed_id"),
  isBlack: integer("is_black", { mode: "boolean" }).notNull().default(false),
  /** What the projector keeps showing while it is frozen; null when it follows. */
  frozenScreen: text("frozen_screen"),
  /** How the stage stood before its last moves, newest last: what undoing goes back to. */
  undo: text("undo", { mode: "json" }).$type<StageBefore[]>().notNull().default([]),
  /** Whether the report names those who were there, beside their kommuner. */
  namesInReport: integer("names_in_report", { mode: "boolean" }).notNull().default(false),
  /** The day after which what people wrote here is anonymised, as YYYY-MM-DD. */
  retentionDate: text("retention_date"),
  anonymisedAt: integer("anonymised_at"),
});

/** Who has joined. The person is an account or a guest; a guest's row and name go when the workshop is anonymised. */
export const participant = sqliteTable(
  "participant",
  {
    id: text("id").primaryKey(),
    workshopId: ofWorkshop(),
    personId: text("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    organisationId: text("organisation_id").references(() => organisation.id),
    role: text("role", { enum: PARTICIPANT_ROLES }).notNull(),
    tableId: text("table_id").references(() => workshopTable.id, { onDelete: "set null" }),
    isHost: integer("is_host", { mode: "boolean" }).notNull().default(false),
    readyItemId: text("ready_item_id"),
    /** Of what a guest's phone keeps to find its place again when the session is over. */
    deviceHash: text("device_hash"),
    joinedAt: integer("joined_at").notNull(),
  },
  (table) => [uniqueIndex("participant_once").on(table.workshopId, table.personId)],
);

/** "Flyt til anden telefon": a code that gives a participant's place to the phone on which it is typed, once. */
export const participantTransfer = sqliteTable("participant_transfer", {
  codeHash: text("code_hash").primaryKey(),
  participantId: text("participant_id")
    .notNull()
    .references(() => participant.id, { onDelete: "cascade" }),
  expiresAt: integer("expires_at").notNull(),
});

/**
 * What somebody wrote. Kept without row numbers and, where the author is not stored, without a time: neither may tell who wrote.
 * The id is made on the phone, so that a note that is sent twice is one.
 */
export const note = sqliteTable(
  "note",
  {
    id: text("id").primaryKey(),
    workshopId: ofWorkshop(),
    itemId: ofItem(),
    laneId: text("lane_id"),
    tableId: text("table_id"),
    /** Null in anonymous mode. */
    organisationId: text("organisation_id"),
    /** Only where the name is shown. */
    participantId: text("participant_id"),
    /** Of what the phone keeps to change its own note, where the participant is not stored. */
    secretHash: text("secret_hash"),
    text: text("text").notNull(),
    clusterId: text("cluster_id").references(() => cluster.id, { onDelete: "set null" }),
    /** Place among the revealed; made at the reveal, in shuffled order. */
    sortOrder: text("sort_order"),
    hiddenAt: integer("hidden_at"),
    revealedAt: integer("revealed_at"),
    binnedAt: integer("binned_at"),
  },
  (table) => [index("note_item").on(table.itemId), index("note_cluster").on(table.clusterId)],
);

export const cluster = sqliteTable(
  "cluster",
  {
    id: text("id").primaryKey(),
    workshopId: ofWorkshop(),
    /** The item that collected its notes. */
    itemId: ofItem(),
    laneId: text("lane_id"),
    tableId: text("table_id"),
    title: text("title").notNull(),
    sortOrder: text("sort_order").notNull(),
    binnedAt: integer("binned_at"),
  },
  (table) => [index("cluster_item").on(table.itemId)],
);

/** Votes while a ballot is open; they go when it is revealed and only its result stays. */
export const vote = sqliteTable(
  "vote",
  {
    itemId: ofItem(),
    /** A participant, or `seat:<table>:<number>` for somebody without a phone. */
    voter: text("voter").notNull(),
    /** A cluster, or a note that is in none. */
    targetId: text("target_id").notNull(),
    votes: integer("votes").notNull(),
    organisationId: text("organisation_id"),
    role: text("role", { enum: PARTICIPANT_ROLES }),
  },
  (table) => [primaryKey({ columns: [table.itemId, table.voter, table.targetId] })],
);

export const commitment = sqliteTable(
  "commitment",
  {
    id: text("id").primaryKey(),
    workshopId: ofWorkshop(),
    what: text("what").notNull(),
    ownerId: text("owner_id")
      .notNull()
      .references(() => organisation.id),
    partners: text("partners", { mode: "json" }).$type<string[]>().notNull(),
    firstStep: text("first_step").notNull(),
    due: text("due").notNull(),
    status: text("status", { enum: COMMITMENT_STATUSES }).notNull().default("new"),
    /** The note or cluster that it came from. */
    originId: text("origin_id"),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [index("commitment_owner").on(table.ownerId), index("commitment_workshop").on(table.workshopId)],
);

/** What a kommune said of its agreement when a workshop asked ("Siden sidst"). */
export const commitmentUpdate = sqliteTable(
  "commitment_update",
  {
    commitmentId: text("commitment_id")
      .notNull()
      .references(() => commitment.id),
    /** The workshop that asked. */
    workshopId: ofWorkshop(),
    status: text("status", { enum: COMMITMENT_STATUSES }).notNull(),
    remark: text("remark").notNull().default(""),
    at: integer("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.commitmentId, table.workshopId] })],
);

/** P-plads and decisions: always at hand, and in the report. */
export const workshopEntry = sqliteTable(
  "workshop_entry",
  {
    id: text("id").primaryKey(),
    workshopId: ofWorkshop(),
    kind: text("kind", { enum: ["parked", "decision"] }).notNull(),
    text: text("text").notNull(),
    at: integer("at").notNull(),
    removedAt: integer("removed_at"),
  },
  (table) => [index("workshop_entry_workshop").on(table.workshopId, table.at)],
);

export const question = sqliteTable(
  "question",
  {
    id: text("id").primaryKey(),
    workshopId: ofWorkshop(),
    /** The item that ran when it was asked. */
    itemId: text("item_id").references(() => agendaItem.id, { onDelete: "set null" }),
    text: text("text").notNull(),
    state: text("state", { enum: QUESTION_STATES }).notNull().default("received"),
    mergedInto: text("merged_into"),
    answer: text("answer").notNull().default(""),
    reason: text("reason").notNull().default(""),
    participantId: text("participant_id"),
    askedAt: integer("asked_at").notNull(),
  },
  (table) => [index("question_workshop").on(table.workshopId, table.askedAt)],
);

/** One up-vote for each participant; a merged question's go to the one that it went into. */
export const questionVote = sqliteTable(
  "question_vote",
  {
    questionId: text("question_id")
      .notNull()
      .references(() => question.id, { onDelete: "cascade" }),
    participantId: text("participant_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.questionId, table.participantId] })],
);

/** The initiative that a note or a cluster became: once, with what it came from. */
export const initiativeOrigin = sqliteTable("initiative_origin", {
  /** The note or the cluster. */
  originId: text("origin_id").primaryKey(),
  workshopId: ofWorkshop(),
  boardId: text("board_id").notNull(),
  initiativeId: text("initiative_id").notNull(),
  /** The texts as they stood. */
  texts: text("texts", { mode: "json" }).$type<string[]>().notNull(),
  votes: integer("votes").notNull(),
  at: integer("at").notNull(),
});
