import { expect, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import { countInitiatives, listBoards, readableBoards, readProjectedBoard } from "#db/queries/boards.ts";
import { findPersonIdByEmail, listPeople, loadPerson } from "#db/queries/people.ts";
import { differingInitiatives } from "#db/queries/projection.ts";
import development from "#domain/synergy/development/dev.json" with { type: "json" };
import { isTerm } from "#domain/vocabulary.ts";
import { seedDemo } from "./demo.ts";
import { DEMO_TAGS } from "./demo-tags.ts";
import { seedLoad } from "./load.ts";

let next = 0;
const input = { now: 1_000, newId: () => `id-${++next}` };

async function demo() {
  const db = openDatabase(":memory:");
  return { db, seeded: await seedDemo(db, input) };
}

test("the demo holds the 62 real initiatives, 28 of them in the workshop of the eight kommuner", async () => {
  const { db, seeded } = await demo();
  expect(seeded).toEqual({ boards: 33, initiatives: 62 });
  const counts = await countInitiatives(db);
  const workshop = (await listBoards(db)).filter((board) => board.workshop.id === "personalemangel");
  expect(workshop).toHaveLength(8);
  expect(workshop.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0)).toBe(28);
  expect(new Set(workshop.map(({ visibility }) => visibility))).toEqual(new Set(["workshop"]));
});

test("every card says its source, and no constructed initiative is shown", async () => {
  const { db } = await demo();
  const titles: string[] = [];
  for (const { id } of await listBoards(db)) {
    for (const initiative of (await readProjectedBoard(db, id))?.initiatives ?? []) {
      expect(initiative.source?.url, initiative.title).toMatch(/^https?:\/\//);
      titles.push(initiative.title);
    }
  }
  const real = development.initiatives.filter(({ origin }) => origin === "real").map(({ title }) => title);
  expect(titles.sort()).toEqual(real.sort());
});

test("a card says whom it reaches and where in the chain only in words of its own text", () => {
  const texts = new Map(development.initiatives.map(({ id, title, description }) => [id, `${title}\n${description}`]));
  for (const [id, { targetGroups = {}, chainLinks = {} }] of Object.entries(DEMO_TAGS)) {
    for (const words of [...Object.values(targetGroups), ...Object.values(chainLinks)]) {
      expect(texts.get(id), id).toContain(words);
    }
    for (const group of Object.keys(targetGroups)) expect(isTerm("targetGroups", group), group).toBe(true);
  }
});

test("a card that its source has evaluated says so", async () => {
  const { db } = await demo();
  const evaluated: string[] = [];
  for (const { id } of await listBoards(db)) {
    for (const initiative of (await readProjectedBoard(db, id))?.initiatives ?? []) {
      if (initiative.evaluated) evaluated.push(initiative.title);
    }
  }
  const said = development.initiatives.filter(({ origin, phase }) => origin === "real" && phase === "evalueret");
  expect(said).toHaveLength(15);
  expect(evaluated.sort()).toEqual(said.map(({ title }) => title).sort());
});

test("the rows are those of the documents", async () => {
  const { db } = await demo();
  for (const { id } of await listBoards(db)) expect(await differingInitiatives(db, id)).toEqual([]);
});

test("people are named by role: three for each of eight kommuner, and four who work across", async () => {
  const { db } = await demo();
  const people = await listPeople(db);
  expect(people).toHaveLength(28);
  expect(people.map(({ name }) => name)).toEqual(expect.arrayContaining(["HR, Holbæk", "Hjemmeplejen, Holbæk"]));
  for (const { email, roles } of people) {
    expect(email).toMatch(/@demo\.invalid$/);
    expect(roles.length).toBeGreaterThan(0);
  }
});

test("an editor writes one board, reads the workshop's others and the shared ones; the system administrator none", async () => {
  const { db } = await demo();
  const accessOf = async (email: string) => {
    const person = await loadPerson(db, (await findPersonIdByEmail(db, email)) ?? "");
    return person === null ? [] : (await readableBoards(db, person)).map(({ access }) => access);
  };
  const editor = await accessOf("hr.holbaek@demo.invalid");
  expect(editor).toHaveLength(33);
  expect(editor.filter((access) => access === "write")).toHaveLength(1);
  expect(await accessOf("kl-konsulent@demo.invalid")).toHaveLength(33);
  expect(await accessOf("systemadministrator@demo.invalid")).toEqual([]);
});

test("no answer, role in an initiative or date is made up", async () => {
  const { db } = await demo();
  for (const table of ["finding", "finding_answer", "invitation", "session"]) {
    expect(db.$client.prepare(`select count(*) from ${table}`).pluck().get(), table).toBe(0);
  }
  expect(db.$client.prepare("select distinct role from initiative_actor").pluck().all()).toEqual(["contributor"]);
  expect(db.$client.prepare("select distinct starts_at from workshop").pluck().all()).toEqual([null]);
});

test("seeding for load gives the same content every time, and an account that writes every board", async () => {
  const texts = [];
  for (const _ of [1, 2]) {
    const db = openDatabase(":memory:");
    expect(await seedLoad(db, input, { municipalities: 3, initiatives: 5, boards: 4 })).toEqual({
      boards: 7,
      initiatives: 15,
    });
    texts.push(db.$client.prepare("select snapshot from initiative order by board_id, id").pluck().all());
    const person = await loadPerson(db, (await findPersonIdByEmail(db, "load@demo.invalid")) ?? "");
    const access = person === null ? [] : (await readableBoards(db, person)).map((board) => board.access);
    expect(access).toEqual(Array(7).fill("write"));
  }
  expect(texts[0]).toEqual(texts[1]);
});
