import { rmSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { expect, test, vi } from "vitest";
import { listAudit } from "#db/queries/audit.ts";
import { readFact } from "#db/queries/installation.ts";
import { createInvitation, findInvitation } from "#db/queries/invitations.ts";
import { findPersonIdByEmail } from "#db/queries/people.ts";
import { demo, terminal } from "../../tests/terminal.ts";
import { lockDataDir } from "../lock.ts";
import { databaseFile, openStore } from "../store.ts";
import { audit } from "./audit.ts";
import { access, boards } from "./boards.ts";
import { doctor } from "./doctor.ts";
import { user, users } from "./people.ts";
import { role } from "./role.ts";
import { seed } from "./seed.ts";
import { signInLink } from "./sign-in-link.ts";

// Most seed a whole demo.
vi.setConfig({ testTimeout: 20_000 });

test("the first person comes into an empty database and gets a link", async () => {
  const { dataDir, run } = terminal();
  const { id } = (await run(user, "add", "Admin@Example.dk", "--name", "Anna", "--role", "system-admin")) as {
    id: string;
  };
  expect(await run(users)).toEqual([
    {
      id,
      email: "admin@example.dk",
      name: "Anna",
      roles: [{ role: "system-admin", organisation: null, workshop: null }],
    },
  ]);
  const { url } = (await run(signInLink, "admin@example.dk")) as { url: string };
  expect(url).toMatch(/^https:\/\/sammenspil\.example\.dk\/sign-in\/[A-Za-z]{32}$/);
  const events = await listAudit(await openStore(dataDir, Date.now()));
  expect(events.map(({ action, subject }) => [action, subject])).toEqual([
    ["person-added", id],
    ["role-given", id],
    ["sign-in-link", id],
  ]);
});

test("who did what, when, is told from the day that is asked for", async () => {
  const { run, outcome } = terminal();
  const { id } = (await run(user, "add", "a@example.dk", "--name", "Anna")) as { id: string };
  expect(await run(audit)).toEqual([
    { at: expect.stringMatching(/^20\d\d-.+Z$/), personId: null, action: "person-added", subject: id },
  ]);
  expect(await run(audit, "--since", "2020-01-01")).toHaveLength(1);
  expect(await run(audit, "--since", "9999-01-01")).toEqual([]);
  expect(await outcome(audit, "--since", "yesterday")).toBe(2);
});

test("an address is taken once, a link needs a known address, and wrong use is told apart", async () => {
  const { run, outcome } = terminal();
  await run(user, "add", "a@example.dk", "--name", "Anna");
  expect(await outcome(user, "add", "A@example.dk", "--name", "Anna igen")).toBe(1);
  expect(await outcome(signInLink, "nobody@example.dk")).toBe(1);
  expect(await outcome(user, "add", "a@example.dk")).toBe(2);
  expect(await outcome(user, "add", "not-an-address", "--name", "x")).toBe(2);
  expect(await outcome(user, "add", "b@example.dk", "--name", "x", "--role", "editor")).toBe(2);
  expect(await outcome(user, "remove", "b@example.dk", "--name", "x")).toBe(2);
  expect(await outcome(users, "extra")).toBe(2);
  expect(await outcome(users, "--unknown", "x")).toBe(2);
});

test("addresses of pages need the public address, but in a demo", async () => {
  const { run, outcome } = terminal({});
  await run(user, "add", "a@example.dk", "--name", "Anna");
  expect(await outcome(signInLink, "a@example.dk")).toBe(1);
  expect(await outcome(boards)).toBe(1);
  expect(await run(users)).toHaveLength(1);
  const shown = await demo({});
  const [first] = (await shown.run(boards)) as { url: string }[];
  expect(first?.url).toMatch(/^http:\/\/localhost:3000\/boards\//);
});

test("what reads a database refuses where there is none, and makes none", async () => {
  const { dataDir, outcome } = terminal();
  for (const command of [users, boards, doctor]) expect(await outcome(command)).toBe(1);
  expect(await outcome(signInLink, "a@example.dk")).toBe(1);
  expect(() => new Sqlite(databaseFile(dataDir), { fileMustExist: true })).toThrow();
});

test("seeding takes an empty database and no running server", async () => {
  const { dataDir, run, outcome } = terminal();
  const server = lockDataDir(dataDir);
  expect(await outcome(seed, "demo")).toBe(75);
  expect(await outcome(seed, "load", "--municipalities", "2", "--initiatives", "2")).toBe(75);
  server.release();
  expect(await run(seed, "load", "--municipalities", "2", "--initiatives", "3", "--boards", "1")).toEqual({
    boards: 3,
    initiatives: 6,
    email: "load@demo.invalid",
  });
  expect(await outcome(seed, "demo")).toBe(1);
  expect(await outcome(seed, "load", "--municipalities", "99", "--initiatives", "1")).toBe(2);
  expect(await outcome(seed, "nothing")).toBe(2);
});

test("boards tell where they are, whose they are and what they hold; with --for what one may do", async () => {
  const { run } = await demo();
  type Row = { id: string; room: string; access?: string; initiatives: number };
  const all = (await run(boards)) as Row[];
  expect(all).toHaveLength(33);
  expect(all.find(({ id }) => id === "personalemangel-0316")).toEqual({
    id: "personalemangel-0316",
    room: "personalemangel-0316.1",
    url: "https://sammenspil.example.dk/boards/personalemangel-0316",
    workshop: {
      id: "personalemangel",
      title: "Innovationsværksted om personalemangel på sundheds- og ældreområdet",
    },
    municipality: { code: "0316", name: "Holbæk" },
    visibility: "workshop",
    initiatives: 5,
  });
  const own = (await run(boards, "--for", "hr.holbaek@demo.invalid")) as Row[];
  expect(own.filter((board) => board.access === "write").map(({ id }) => id)).toEqual(["personalemangel-0316"]);
  const admin = (await run(boards, "--for", "systemadministrator@demo.invalid")) as Row[];
  expect(new Set(admin.map((board) => board.access))).toEqual(new Set(["none"]));
});

test("an operator's override changes what one may do and is written down", async () => {
  const { dataDir, run, outcome } = await demo();
  const accessTo = async (id: string) => {
    const rows = (await run(boards, "--for", "hr.holbaek@demo.invalid")) as { id: string; access: string }[];
    return rows.find((row) => row.id === id)?.access;
  };
  for (const wanted of ["write", "none", "read"]) {
    await run(access, "set", "hr.holbaek@demo.invalid", "personalemangel-0630", wanted);
    expect(await accessTo("personalemangel-0630")).toBe(wanted);
  }
  expect(await outcome(access, "set", "hr.holbaek@demo.invalid", "no-such-board", "read")).toBe(1);
  expect(await outcome(access, "set", "nobody@demo.invalid", "personalemangel-0630", "read")).toBe(1);
  expect(await outcome(access, "set", "hr.holbaek@demo.invalid", "personalemangel-0630", "own")).toBe(2);
  const entries = (await listAudit(await openStore(dataDir, Date.now()))).filter(
    ({ action }) => action === "board-access",
  );
  expect(entries.map(({ detail }) => detail?.["access"])).toEqual(["write", "none", "read"]);
});

test("doctor finds nothing in a whole database", async () => {
  const { run } = await demo();
  expect(await run(doctor)).toEqual({ ok: true, boards: 33, problems: [] });
});

test("doctor names a row that differs from its document, a document that does not decode and a lost parent", async () => {
  const { dataDir, run, outcome, said } = await demo();
  const db = new Sqlite(databaseFile(dataDir));
  db.pragma("foreign_keys = OFF");
  db.exec("update initiative set title = 'rettet udenom' where board_id = 'personalemangel-0316' and id = 'd24'");
  db.exec("update board_update set bytes = x'ffffff' where board_id = 'personalemangel-0630'");
  db.exec("insert into board_access values ('no-board', 'no-person', 'read', 1)");
  db.close();
  expect(await outcome(doctor)).toBe(1);
  const { problems } = (await run(doctor)) as { problems: { kind: string; subject: string }[] };
  expect(problems.map(({ kind }) => kind).sort()).toEqual(["document", "foreign-key", "foreign-key", "projection"]);
  expect(said.join("\n")).toContain("d24");
});

test("a refused seed gives the lock back", async () => {
  const { dataDir, outcome } = await demo();
  expect(await outcome(seed, "demo")).toBe(1);
  const server = lockDataDir(dataDir);
  server.release();
  rmSync(dataDir, { recursive: true });
});

test("a role ends where it is said to, and its links with it; the last system administrator stays", async () => {
  const { dataDir, run, outcome } = await demo();
  const facilitator = "facilitator@demo.invalid";
  const rolesOf = async (email: string) => {
    const people = (await run(users)) as { email: string; roles: { role: string; workshop: string | null }[] }[];
    return people.find((person) => person.email === email)?.roles.map((held) => held.workshop ?? held.role);
  };
  const db = await openStore(dataDir, Date.now());
  const invitedBy = (await findPersonIdByEmail(db, facilitator)) ?? "";
  const link = { id: "i", tokenHash: "hash", role: "facilitator", organisationId: null, workshopId: "landet" } as const;
  await createInvitation(db, { ...link, note: null, invitedBy, now: Date.now() });

  expect(await run(role, "end", facilitator, "facilitator", "--workshop", "landet")).toMatchObject({ ended: 1 });
  expect(await rolesOf(facilitator)).toEqual(["personalemangel"]);
  expect((await findInvitation(db, "hash"))?.revokedAt).not.toBeNull();
  expect(await outcome(role, "end", facilitator, "facilitator", "--workshop", "landet")).toBe(1);
  expect(await run(role, "end", "administrator.holbaek@demo.invalid", "kommune-admin")).toMatchObject({ ended: 1 });
  expect(await outcome(role, "end", "systemadministrator@demo.invalid", "system-admin")).toBe(1);
  await run(user, "add", "anden@example.dk", "--name", "Anden", "--role", "system-admin");
  expect(await run(role, "end", "systemadministrator@demo.invalid", "system-admin")).toMatchObject({ ended: 1 });
  expect(await outcome(role, "end", facilitator, "king")).toBe(2);
  expect((await listAudit(db)).filter(({ action }) => action === "role-ended")).toHaveLength(3);
});

test("a command leaves a database of an older version alone while a server runs on it", async () => {
  const { dataDir, run, outcome } = terminal();
  const old = new Sqlite(databaseFile(dataDir));
  old.exec("create table from_before (x)");
  const tables = () => old.prepare("select name from sqlite_master where type = 'table'").pluck().all();
  const server = lockDataDir(dataDir);
  expect(await outcome(users)).toBe(75);
  expect(tables()).toEqual(["from_before"]);
  server.release();
  expect(await run(users)).toEqual([]);
  expect(tables()).toContain("board");
  const again = lockDataDir(dataDir);
  expect(await run(users)).toEqual([]);
  again.release();
});

test("a person is erased with address, sessions and links, and their work stays under an id that stands for nobody", async () => {
  const { dataDir, run, outcome } = await demo();
  const email = "hr.holbaek@demo.invalid";
  await run(signInLink, email);
  const db = await openStore(dataDir, Date.now());
  const id = (await findPersonIdByEmail(db, email)) ?? "";
  db.$client.prepare("insert into field_change values ('personalemangel-0316', 'd24', 'title', ?, 1)").run(id);
  db.$client
    .prepare(
      "insert into session (id, token, person_id, expires_at, created_at, updated_at) values ('s', 's', ?, 1, 1, 1)",
    )
    .run(id);
  expect(await run(user, "erase", email)).toEqual({ erased: id });
  expect(JSON.stringify(await run(users))).not.toContain(email);
  expect(db.$client.prepare("select field from field_change where person_id = ?").pluck().all(id)).toContain("title");
  const columns = db.$client
    .prepare(
      `select t.name as "table", c.name as "column" from sqlite_master t, pragma_table_info(t.name) c
       where t.type = 'table' and c.type = 'TEXT' and t.name not like 'initiative_%'`,
    )
    .all() as { table: string; column: string }[];
  for (const { table, column } of columns) {
    const hits = db.$client
      .prepare(`select count(*) from "${table}" where instr("${column}", ?) > 0`)
      .pluck()
      .get(email);
    expect([table, column, hits]).toEqual([table, column, 0]);
  }
  expect(db.$client.prepare("select id from session").pluck().all()).toEqual([]);
  expect(db.$client.pragma("foreign_key_check")).toEqual([]);
  expect(await readFact(db, "scrub")).toBe("index");
  expect((await listAudit(db)).at(-1)).toMatchObject({ action: "person-erased", subject: id });
  expect(await outcome(user, "erase", email)).toBe(1);
  expect(await outcome(user, "erase", "systemadministrator@demo.invalid")).toBe(1);
  expect(await outcome(user, "erase")).toBe(2);
});
