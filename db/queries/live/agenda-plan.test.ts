import { expect, test } from "vitest";
import { agendaItem, note } from "#db/schema/live.ts";
import type { AgendaPlan } from "#domain/live/agenda.ts";
import { aWorkshopOf } from "../../../tests/factories.ts";
import { listAgenda } from "./agenda.ts";
import {
  addItem,
  duplicateItem,
  editItem,
  listTemplates,
  moveItem,
  plansOf,
  removeItem,
  removeTemplate,
  replaceAgenda,
  saveTemplate,
} from "./agenda-plan.ts";

const aPlan = (title: string, over: Partial<AgendaPlan> = {}): AgendaPlan => ({
  title,
  prompt: "",
  minutes: 10,
  kind: "framing",
  anonymity: "named",
  reveal: "by-facilitator",
  voteBudget: null,
  lanes: [],
  byTable: false,
  ...over,
});

async function anAgenda(...titles: readonly string[]) {
  const db = aWorkshopOf("holbaek");
  for (const title of titles) await addItem(db, { id: title, workshopId: "w", plan: aPlan(title) });
  const titlesNow = async () => (await listAgenda(db, "w")).map(({ title }) => title);
  const begin = (id: string) => db.$client.prepare("update agenda_item set started_at = 1 where id = ?").run(id);
  return { db, titlesNow, begin };
}

test("items are added, copied, moved and taken out, and are numbered through", async () => {
  const { db, titlesNow } = await anAgenda("a", "b", "c");
  await addItem(db, { id: "d", workshopId: "w", plan: aPlan("d"), after: "a" });
  await duplicateItem(db, { workshopId: "w", itemId: "c", newId: "copy" });
  expect(await titlesNow()).toEqual(["a", "d", "b", "c", "c"]);
  await moveItem(db, { workshopId: "w", itemId: "copy", to: 0 });
  await moveItem(db, { workshopId: "w", itemId: "a", to: 99 });
  expect(await titlesNow()).toEqual(["c", "d", "b", "c", "a"]);
  await removeItem(db, { workshopId: "w", itemId: "d" });
  expect((await listAgenda(db, "w")).map(({ position }) => position)).toEqual([0, 1, 2, 3]);
  expect(await moveItem(db, { workshopId: "w", itemId: "d", to: 0 })).toEqual({ refused: "no-such-item" });
});

test("an item that has begun, or in which something was written, is not taken out", async () => {
  const { db, titlesNow, begin } = await anAgenda("begun", "written", "empty");
  begin("begun");
  db.insert(note).values({ id: "n", workshopId: "w", itemId: "written", text: "Ja" }).run();
  for (const itemId of ["begun", "written"]) {
    expect(await removeItem(db, { workshopId: "w", itemId })).toEqual({ refused: "begun" });
  }
  expect(await replaceAgenda(db, { workshopId: "w", plans: [aPlan("new")], newId: () => "new" })).toEqual({
    done: true,
  });
  expect(await titlesNow()).toEqual(["begun", "written", "new"]);
});

test("what people were told before they wrote stays, and so do the headings under which they did", async () => {
  const { db, begin } = await anAgenda();
  const lanes = [{ id: "lane-1", title: "Ind" }];
  const plan = aPlan("write", { kind: "silent-writing", anonymity: "anonymous", lanes });
  await addItem(db, { id: "write", workshopId: "w", plan });
  begin("write");
  const edit = (changed: Partial<AgendaPlan>) =>
    editItem(db, { workshopId: "w", itemId: "write", plan: { ...plan, ...changed } });
  await edit({ title: "Skriv", kind: "break", anonymity: "named", lanes: [{ id: "lane-1", title: "Flere ind" }] });
  expect((await plansOf(db, "w"))[0]).toMatchObject({
    title: "Skriv",
    kind: "silent-writing",
    anonymity: "anonymous",
    lanes: [{ id: "lane-1", title: "Flere ind" }],
  });
  expect(await edit({ lanes: [] })).toEqual({ refused: "begun" });
});

test("an agenda does not grow beyond what a day can hold", async () => {
  const { db } = await anAgenda("a");
  const many = Array.from({ length: 60 }, () => aPlan("x"));
  let next = 0;
  const replace = (plans: AgendaPlan[]) => replaceAgenda(db, { workshopId: "w", plans, newId: () => String(next++) });
  expect(await replace(many)).toEqual({ done: true });
  expect(await addItem(db, { id: "more", workshopId: "w", plan: aPlan("more") })).toEqual({ refused: "too-many" });
  expect(await replace([...many, aPlan("x")])).toEqual({ refused: "too-many" });
  expect(db.select().from(agendaItem).all()).toHaveLength(60);
});

test("a template is there for everybody and goes when who saved it takes it away", async () => {
  const { db } = await anAgenda("a", "b");
  const items = await plansOf(db, "w");
  await saveTemplate(db, { id: "t", title: "Vores", items, createdBy: "anna", now: 1 });
  expect(await listTemplates(db)).toEqual([{ id: "t", title: "Vores", items, createdBy: "anna" }]);
  await removeTemplate(db, { id: "t", personId: "bo" });
  expect(await listTemplates(db)).toHaveLength(1);
  await removeTemplate(db, { id: "t", personId: "anna" });
  expect(await listTemplates(db)).toEqual([]);
});
