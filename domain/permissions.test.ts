import { expect, test } from "vitest";
import type { BoardAccess, BoardVisibility, Role } from "./organisation.ts";
import {
  type Action,
  type BoardSubject,
  can,
  type FindingSubject,
  type GuestAccess,
  INSTALLATION,
  NO_GUESTS,
  type Person,
  type SubjectOf,
  type WorkshopSubject,
} from "./permissions.ts";

/*
 * Holbæk (0316) and Vejle (0630) take part in workshop w1; Odense (0461) only in w2. Every action is asked for every role,
 * so that a rule that is left out, or one that says too much, fails here.
 */

const person = (role?: Role, where: { organisationId?: string; workshopId?: string } = {}): Person => ({
  id: "p",
  name: "P",
  email: "p@demo.invalid",
  roles: role ? [{ role, organisationId: where.organisationId ?? null, workshopId: where.workshopId ?? null }] : [],
  boardAccess: new Map(),
});

const PEOPLE = {
  anonymous: null,
  "without role": person(),
  guest: person("guest", { workshopId: "w1" }),
  "guest for Holbæk": person("guest", { workshopId: "w1", organisationId: "0316" }),
  "editor of Holbæk": person("editor", { organisationId: "0316" }),
  "administrator of Holbæk": person("kommune-admin", { organisationId: "0316" }),
  "editor of Vejle": person("editor", { organisationId: "0630" }),
  "administrator of Vejle": person("kommune-admin", { organisationId: "0630" }),
  "editor of Odense": person("editor", { organisationId: "0461" }),
  "facilitator of w1": person("facilitator", { workshopId: "w1" }),
  "facilitator of w2": person("facilitator", { workshopId: "w2" }),
  consultant: person("consultant", { organisationId: "kl" }),
  steward: person("steward", { organisationId: "kl" }),
  "system administrator": person("system-admin"),
} satisfies Record<string, Person | null>;
type Who = keyof typeof PEOPLE;

const EVERYBODY = Object.keys(PEOPLE) as Who[];
const HOLBAEK: Who[] = ["editor of Holbæk", "administrator of Holbæk"];
const WORKSHOP_MEMBERS: Who[] = [...HOLBAEK, "editor of Vejle", "administrator of Vejle"];
const GUESTS: Who[] = ["guest", "guest for Holbæk"];
const ACROSS: Who[] = ["consultant", "facilitator of w1"];
const MEMBERS: Who[] = [...WORKSHOP_MEMBERS, "editor of Odense", "facilitator of w2", "steward", ...ACROSS];

const board = (visibility: BoardVisibility, organisationId = "0316"): BoardSubject => ({
  type: "board",
  id: `b-${organisationId}`,
  organisationId,
  workshopId: "w1",
  workshopOrganisationIds: ["0316", "0630"],
  visibility,
  guestAccess: NO_GUESTS,
});
/** Holbæk has been taken out of its board's workshop. */
const left = (visibility: BoardVisibility): BoardSubject => ({
  ...board(visibility),
  workshopOrganisationIds: ["0630"],
});
const workshop: WorkshopSubject = { type: "workshop", id: "w1", organisationIds: ["0316", "0630"] };
const finding = (visibility: BoardVisibility, answerFor: string): FindingSubject => ({
  type: "finding",
  boards: [board(visibility), board("workshop", "0630")],
  answerFor,
});
const holbaek = { type: "organisation", id: "0316" } as const;

/** One row: an action on a subject, and exactly those who may. */
type Row = { [A in Action]: { action: A; subject: SubjectOf<A>; may: Who[]; on?: string } }[Action];

const ROWS: Row[] = [
  { action: "board.read", on: "own", subject: board("own"), may: HOLBAEK },
  { action: "board.read", on: "workshop", subject: board("workshop"), may: [...WORKSHOP_MEMBERS, ...ACROSS] },
  { action: "board.read", on: "all", subject: board("all"), may: MEMBERS },
  { action: "board.write", on: "own", subject: board("own"), may: HOLBAEK },
  { action: "board.write", on: "workshop", subject: board("workshop"), may: [...HOLBAEK, "facilitator of w1"] },
  { action: "board.write", on: "all", subject: board("all"), may: [...HOLBAEK, "facilitator of w1"] },
  { action: "board.comment", on: "own", subject: board("own"), may: HOLBAEK },
  { action: "board.comment", on: "workshop", subject: board("workshop"), may: [...WORKSHOP_MEMBERS, ...ACROSS] },
  {
    action: "board.comment",
    on: "all",
    subject: board("all"),
    may: [...WORKSHOP_MEMBERS, ...ACROSS, "editor of Odense"],
  },
  { action: "board.read", on: "workshop, which Holbæk has left", subject: left("workshop"), may: HOLBAEK },
  { action: "board.read", on: "all, which Holbæk has left", subject: left("all"), may: HOLBAEK },
  { action: "board.write", on: "all, which Holbæk has left", subject: left("all"), may: HOLBAEK },
  { action: "board.set-visibility", subject: board("all"), may: ["administrator of Holbæk"] },
  { action: "board.delete", subject: board("all"), may: ["administrator of Holbæk"] },
  { action: "board.read-history", subject: board("all"), may: HOLBAEK },
  { action: "board.restore", subject: board("all"), may: ["administrator of Holbæk"] },
  { action: "board.erase", subject: board("all"), may: ["administrator of Holbæk"] },
  { action: "workshop.read", subject: workshop, may: [...WORKSHOP_MEMBERS, ...ACROSS] },
  { action: "workshop.edit", subject: workshop, may: ["facilitator of w1"] },
  { action: "workshop.invite", subject: workshop, may: ["facilitator of w1"] },
  { action: "workshop.arrange-tables", subject: workshop, may: ["facilitator of w1"] },
  { action: "workshop.run", subject: workshop, may: ["facilitator of w1"] },
  { action: "workshop.take-part", subject: workshop, may: [...WORKSHOP_MEMBERS, ...ACROSS, ...GUESTS] },
  {
    action: "workshop.read-edition",
    subject: { type: "edition", workshop, organisationId: "0316" },
    may: [...HOLBAEK, "guest for Holbæk", "facilitator of w1", "consultant"],
  },
  {
    action: "workshop.read-edition",
    on: "a kommune that takes no part",
    subject: { type: "edition", workshop, organisationId: "0461" },
    may: [],
  },
  { action: "workshop.create", subject: INSTALLATION, may: ["facilitator of w1", "facilitator of w2"] },
  { action: "organisation.create", subject: INSTALLATION, may: ["system administrator"] },
  { action: "organisation.read", subject: holbaek, may: [...HOLBAEK, "system administrator"] },
  {
    action: "organisation.manage-members",
    subject: holbaek,
    may: ["administrator of Holbæk", "system administrator"],
  },
  { action: "finding.answer", subject: finding("workshop", "0316"), may: HOLBAEK },
  {
    action: "finding.answer",
    on: "workshop, the other kommune",
    subject: finding("workshop", "0630"),
    may: ["editor of Vejle", "administrator of Vejle"],
  },
  { action: "finding.answer", on: "own, the other kommune", subject: finding("own", "0630"), may: [] },
  { action: "finding.answer", on: "a kommune outside it", subject: finding("workshop", "0461"), may: [] },
  { action: "finding.assess", subject: finding("workshop", ""), may: ["facilitator of w1", "consultant"] },
  { action: "finding.assess", on: "own", subject: finding("own", ""), may: [] },
  {
    action: "finding.change-kind",
    subject: finding("workshop", ""),
    may: [...HOLBAEK, "editor of Vejle", "administrator of Vejle", "facilitator of w1", "consultant"],
  },
  { action: "finding.change-kind", on: "own", subject: finding("own", ""), may: HOLBAEK },
  {
    action: "inbox.read",
    on: "one's own",
    subject: { type: "inbox", personId: "p" },
    may: EVERYBODY.filter((who) => who !== "anonymous"),
  },
  { action: "inbox.read", on: "another's", subject: { type: "inbox", personId: "q" }, may: [] },
  { action: "actor.read", subject: INSTALLATION, may: [...MEMBERS, ...GUESTS] },
  { action: "actor.propose", subject: INSTALLATION, may: MEMBERS },
  { action: "actor.steward", subject: INSTALLATION, may: ["steward"] },
  { action: "lexicon.read", subject: INSTALLATION, may: MEMBERS },
  {
    action: "check.run",
    subject: INSTALLATION,
    may: ["facilitator of w1", "facilitator of w2", "system administrator"],
  },
  { action: "lexicon.edit", subject: INSTALLATION, may: ["facilitator of w1", "facilitator of w2", "steward"] },
  { action: "compare.read", subject: INSTALLATION, may: MEMBERS },
];

for (const { action, subject, may, on } of ROWS) {
  test(`${action}${on === undefined ? "" : ` (${on})`}: ${may.join(", ") || "nobody"}`, () => {
    const allowed = EVERYBODY.filter((who) => can(PEOPLE[who], action, subject as SubjectOf<typeof action>));
    expect(allowed.sort()).toEqual([...may].sort());
  });
}

test("every action has a row", () => {
  // A new action stands in the type; this list is the type written out.
  const every: Record<Action, true> = {
    "board.read": true,
    "board.write": true,
    "board.comment": true,
    "board.set-visibility": true,
    "board.read-history": true,
    "board.restore": true,
    "board.erase": true,
    "board.delete": true,
    "workshop.read": true,
    "workshop.edit": true,
    "workshop.create": true,
    "workshop.invite": true,
    "workshop.arrange-tables": true,
    "workshop.run": true,
    "workshop.take-part": true,
    "workshop.read-edition": true,
    "organisation.create": true,
    "organisation.read": true,
    "organisation.manage-members": true,
    "finding.answer": true,
    "finding.assess": true,
    "finding.change-kind": true,
    "inbox.read": true,
    "actor.read": true,
    "actor.propose": true,
    "actor.steward": true,
    "lexicon.read": true,
    "lexicon.edit": true,
    "check.run": true,
    "compare.read": true,
  };
  expect([...new Set(ROWS.map(({ action }) => action))].sort()).toEqual(Object.keys(every).sort());
});

const withAccess = (base: Person, access: BoardAccess): Person => ({
  ...base,
  boardAccess: new Map([["b-0316", access]]),
});

test("who joined without an account reads what the workshop shares, and writes for its kommune only while the agenda says so", () => {
  const who = [PEOPLE.guest, PEOPLE["guest for Holbæk"]];
  const may = (
    action: "board.read" | "board.write",
    guestAccess: GuestAccess,
    visibility: BoardVisibility = "workshop",
  ) => who.map((each) => can(each, action, { ...board(visibility), guestAccess }));
  expect(may("board.read", NO_GUESTS, "all")).toEqual([false, false]);
  expect(may("board.read", { own: "read", others: "read" })).toEqual([true, true]);
  expect(may("board.read", { own: "read", others: "read" }, "own")).toEqual([false, true]);
  expect(may("board.read", { own: "read", others: "none" })).toEqual([false, true]);
  expect(may("board.write", { own: "read", others: "read" })).toEqual([false, false]);
  expect(may("board.write", { own: "write", others: "read" })).toEqual([false, true]);
  const elsewhere = { ...board("workshop"), guestAccess: { own: "write", others: "read" }, workshopId: "w2" } as const;
  expect(who.map((each) => can(each, "board.read", elsewhere))).toEqual([false, false]);
});

test("who joined without an account answers for its kommune only while the agenda says so", () => {
  const pair = (own: BoardAccess): FindingSubject => {
    const { boards, ...rest } = finding("workshop", "0316");
    const guestAccess: GuestAccess = { own, others: "read" };
    return {
      ...rest,
      boards: [
        { ...boards[0], guestAccess },
        { ...boards[1], guestAccess },
      ],
    };
  };
  const who = PEOPLE["guest for Holbæk"];
  expect(can(who, "finding.answer", pair("write"))).toBe(true);
  expect(can(who, "finding.answer", { ...pair("write"), answerFor: "0630" })).toBe(false);
  expect(can(who, "finding.answer", pair("read"))).toBe(false);
});

test("an operator's override wins over every role, in both directions and for one board only", () => {
  const editor = PEOPLE["editor of Holbæk"];
  expect(can(withAccess(editor, "none"), "board.read", board("all"))).toBe(false);
  expect(can(withAccess(editor, "read"), "board.write", board("own"))).toBe(false);
  expect(can(withAccess(PEOPLE.guest, "write"), "board.write", board("own"))).toBe(true);
  expect(can(withAccess(person(), "read"), "board.read", board("own"))).toBe(true);
  expect(can(withAccess(person(), "write"), "board.read", board("all", "0630"))).toBe(false);
});

test("an override lets nobody answer for a kommune or say who may read its board", () => {
  const outsider = withAccess(PEOPLE["editor of Odense"], "write");
  expect(can(outsider, "finding.answer", finding("workshop", "0316"))).toBe(false);
  expect(can(outsider, "board.set-visibility", board("workshop"))).toBe(false);
});
