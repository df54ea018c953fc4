import { expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { listAudit } from "#db/queries/audit.ts";
import { recordAnswer } from "#db/queries/finding-answers.ts";
import { fieldChange } from "#db/schema/board.ts";
import { addFinding, addInitiative, addPerson, aWorkshopOf, NOW } from "../../../tests/factories.ts";
import { asking, servicesFor } from "../../../tests/services.ts";
import { loader as notSuggested } from "./not-suggested.ts";
import { action, loader } from "./route.tsx";

/** Two pairs between Holbæk and Billund, and people who look at them. */
function twoPairs(): Database {
  const db = aWorkshopOf("holbaek", "billund");
  for (const id of ["teams", "intro"]) {
    addInitiative(db, { boardId: "holbaek", id });
    addInitiative(db, { boardId: "billund", id });
    addFinding(db, { id, a: ["billund", id], b: ["holbaek", id], score: id === "teams" ? 90 : 55 });
  }
  addPerson(db, { id: "hr", roles: [{ role: "editor", organisationId: "0316" }] });
  addPerson(db, { id: "facilitator", roles: [{ role: "facilitator", workshopId: "w" }] });
  return db;
}

const open = async (db: Database, personId: string, search = "") => {
  const asked = asking(await servicesFor(db, personId), `/workshops/w/findings${search}`, {
    params: { workshopId: "w" },
  });
  return (await loader(asked)).list;
};
const ids = ({ rows }: { rows: readonly { id: string }[] }) => rows.map(({ id }) => id);

test("who looks across the kommuner begins where an answer is worth most, a kommune with the strongest", async () => {
  const db = twoPairs();
  expect(ids(await open(db, "hr"))).toEqual(["teams", "intro"]);
  expect(ids(await open(db, "facilitator"))).toEqual(["intro", "teams"]);
  expect(ids(await open(db, "facilitator", "?order=strength"))).toEqual(["teams", "intro"]);
});

test("a decided pair that waits again says what has changed since, and where", async () => {
  const db = twoPairs();
  const given = { id: "answer", findingId: "teams", organisationId: "0316", personId: "hr", reason: "Nej" };
  await recordAnswer(db, { ...given, answer: "unrelated", aHash: "a1", bHash: "b1", now: NOW });
  expect(ids(await open(db, "hr"))).toEqual(["intro"]);
  const changed = { boardId: "billund", initiativeId: "teams", personId: null };
  db.insert(fieldChange)
    .values([
      { ...changed, field: "description", at: NOW + 1 },
      { ...changed, field: "status", at: NOW + 2 },
      { ...changed, field: "themes", at: NOW - 1 },
    ])
    .run();
  db.$client.exec("update finding set a_hash = 'a2' where id = 'teams'");
  const [row] = (await open(db, "facilitator")).rows;
  expect(row).toMatchObject({
    id: "teams",
    changed: [{ municipality: "Billund", fields: ["description"], at: NOW + 1 }],
  });
});

test("the facilitator sets up tables, gives one a finding, and takes the table away again", async () => {
  const db = twoPairs();
  const told: string[] = [];
  const arrange = async (form: Record<string, string>) => {
    const services = await servicesFor(db, "facilitator");
    const rooms = { liveChanged: (id: string) => void told.push(id) } as unknown as typeof services.rooms;
    return action(asking({ ...services, rooms }, "/workshops/w/findings", { params: { workshopId: "w" }, form }));
  };
  await arrange({ intent: "add-table", name: "Vagtplan" });
  await arrange({ intent: "add-table", name: "" });
  const { tables } = await open(db, "hr");
  expect(tables).toMatchObject([
    { number: 1, name: "Vagtplan" },
    { number: 2, name: "" },
  ]);
  const tableId = tables[0]?.id ?? "";
  await arrange({ intent: "rename-table", tableId: tables[1]?.id ?? "", name: "Elever" });
  expect((await open(db, "hr")).tables.map(({ name }) => name)).toEqual(["Vagtplan", "Elever"]);
  expect(told).toEqual(["w", "w", "w"]);
  await arrange({ intent: "assign-table", findingId: "intro", tableId: tables[1]?.id ?? "" });
  await arrange({ intent: "assign-table", findingId: "intro", tableId });
  const atTable = await open(db, "hr", `?table=${tableId}`);
  expect([ids(atTable), atTable.tables.map(({ count }) => count)]).toEqual([["intro"], [1, 0]]);
  expect([atTable.arrangesTables, (await open(db, "facilitator")).arrangesTables]).toEqual([false, true]);
  await arrange({ intent: "remove-table", tableId });
  expect((await open(db, "hr")).rows.map((row) => row.tableId)).toEqual([null, null]);
  expect((await listAudit(db)).map((entry) => entry.action)).toEqual([
    "workshop-table-added",
    "workshop-table-added",
    "workshop-table-renamed",
    "finding-table",
    "finding-table",
    "workshop-table-removed",
  ]);
});

test("while everything is checked after a start, the list says how far it has come", async () => {
  const services = await servicesFor(twoPairs(), "hr");
  const progress = { compared: 25, total: 3920, isStopped: false };
  const synergy = { ...services.synergy, progress: () => progress };
  const asked = asking({ ...services, synergy }, "/workshops/w/findings", { params: { workshopId: "w" } });
  expect((await loader(asked)).progress).toEqual(progress);
});

test("what is not suggested although words recur is told with what speaks against it, within the workshop", async () => {
  const db = twoPairs();
  const services = await servicesFor(db, "hr");
  const asked: unknown[] = [];
  const passedOver: typeof services.synergy.passedOver = async (places) => {
    asked.push(...places.map(({ boardId }) => boardId));
    const [a, b] = [
      { boardId: "billund", initiativeId: "intro" },
      { boardId: "holbaek", initiativeId: "teams" },
    ];
    const params = { targetA: "unemployed", targetB: "new-hires" };
    return [{ a, b, against: [{ code: "differentTarget", weight: -9, params, a: [], b: [] }] }];
  };
  const context = { ...services, synergy: { ...services.synergy, passedOver } };
  const response = await notSuggested(asking(context, "/workshops/w/not-suggested", { params: { workshopId: "w" } }));
  expect(await response.json()).toMatchObject([
    {
      a: { title: "intro", municipality: "Billund" },
      b: { title: "teams", municipality: "Holbæk" },
      against: expect.stringContaining("forskellige målgrupper: «ledige» og «ny"),
    },
  ]);
  expect(asked.sort()).toEqual(["billund", "billund", "holbaek", "holbaek"]);
});
