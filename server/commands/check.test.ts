import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, expect, test } from "vitest";
import { readCommandLineEnv } from "../env.ts";
import { check } from "./check.ts";
import type { CommandContext } from "./command.ts";

type Stretch = [field: string, from: number, to: number];
interface Output {
  pairs: {
    a: string;
    b: string;
    kind: string | null;
    scores: Record<string, number>;
    strength: string;
    reasons: { code: string; text: string; weight: number; a: Stretch[]; b: Stretch[] }[];
  }[];
}

const folder = mkdtempSync(join(tmpdir(), "check-"));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (content: unknown, ...options: string[]) =>
  runOn("initiatives.json", typeof content === "string" ? content : JSON.stringify(content), ...options);

async function runOn(name: string, content: string | Uint8Array, ...options: string[]) {
  const file = join(folder, name);
  writeFileSync(file, content);
  const said: string[] = [];
  const context: CommandContext = {
    env: readCommandLineEnv({ APP_ORIGIN: "http://localhost:3000" }),
    now: Date.now,
    newId: () => "",
    say: (message) => said.push(message),
  };
  const { answer, exitCode = 0 } = await check([file, ...options], context);
  return { answer, pairs: (answer as Output).pairs, exitCode, said };
}

const LEISURE_JOB = {
  id: "x1",
  kommune: "Billund",
  title: "Fritidsjob på plejehjem",
  description: "15-17-årige ansættes på vores plejehjem.",
  professions: ["SOSU", "spl."],
  theme: "rekruttering",
  activity: "ansættelse",
  phase: "evalueret",
  actors: [{ name: "SOSU Esbjerg", type: "education" }],
  department: "Ældre",
  startYear: 2019,
  origin: "real",
};
const POCKET_MONEY = {
  ...LEISURE_JOB,
  id: "x2",
  kommune: "Nordvig",
  title: "Lommepengejob på plejecentret",
  description: "Vi vil gerne have unge fra 9. kl. ind.",
  professions: ["spl."],
  phase: "idé",
  actors: [{ name: "Social- og Sundhedsskolen Esbjerg", type: "education" }],
};

test("each pair carries kind, scores of four classes, strength and reasons in Danish that add up", async () => {
  const { pairs, exitCode } = await run({ initiatives: [LEISURE_JOB, POCKET_MONEY] });
  expect(exitCode).toBe(0);
  const [pair] = pairs;
  expect(pair).toMatchObject({ a: "x1", b: "x2", kind: "learn-from", strength: "strong" });
  expect(Object.keys(pair?.scores ?? {}).sort()).toEqual(["complementary", "learn-from", "overlap", "shared-actor"]);
  const sum = pair?.reasons.reduce((total, { weight }) => total + weight, 0) ?? 0;
  expect(sum).toBeCloseTo(pair?.scores["learn-from"] ?? 0, 6);
  expect(pair?.reasons.map(({ text }) => text)).toContain("samme middel: fritidsjob for unge");
});

test("evidence names fields of the file, in UTF-16 units of their text", async () => {
  const { pairs } = await run({ initiatives: [LEISURE_JOB, POCKET_MONEY] });
  const reasons = new Map(pairs[0]?.reasons.map((reason) => [reason.code, reason]));
  expect(reasons.get("differentPhase")).toMatchObject({ a: [["phase", 0, 9]], b: [["phase", 0, 3]] });
  expect(reasons.get("sameTheme")).toMatchObject({ a: [["theme", 0, 12]], b: [["theme", 0, 12]] });
  const [field, from, to] = reasons.get("sameMeans")?.b[0] ?? ["", 0, 0];
  expect([field, POCKET_MONEY.title.slice(from, to)]).toEqual(["title", "Lommepengejob"]);
});

test("a shared actor is pointed at as actors.0, a profession as the word that brought it", async () => {
  const nurses = { ...LEISURE_JOB, id: "n1", title: "Supervision", description: "Supervision for nye.", phase: "" };
  const { pairs } = await run({
    initiatives: [
      { ...nurses, professions: ["SOSU", "spl."] },
      { ...nurses, id: "n2", kommune: "Nordvig", professions: ["spl."], actors: POCKET_MONEY.actors },
    ],
  });
  const all = pairs.flatMap(({ reasons }) => reasons);
  expect(all.find(({ code }) => code === "sameStaff")).toMatchObject({
    a: [["professions.1", 0, 4]],
    b: [["professions.0", 0, 4]],
  });
  const shared = await run({
    initiatives: [
      { ...LEISURE_JOB, title: "Sprogspor", description: "SOSU-elever får dansk." },
      { ...POCKET_MONEY, title: "Lektiecafé", description: "SOSU-elever får hjælp." },
    ],
  });
  expect(shared.pairs[0]?.kind).toBe("shared-actor");
  expect(shared.pairs[0]?.reasons.find(({ code }) => code === "sharedActor")).toMatchObject({
    a: [["actors.0", 0, "SOSU Esbjerg".length]],
    b: [["actors.0", 0, "Social- og Sundhedsskolen Esbjerg".length]],
  });
});

test("a pair that would not be shown has no kind, and only pairs with points are there", async () => {
  const other = { ...LEISURE_JOB, id: "x3", title: "Robotstøvsugere", description: "I ældreboliger.", actors: [] };
  const { pairs } = await run({ initiatives: [LEISURE_JOB, other] });
  for (const pair of pairs) {
    expect(pair.kind).toBeNull();
    expect(Math.max(...Object.values(pair.scores))).toBeGreaterThan(0);
  }
});

test("bad rows are named by number, and the good ones are checked all the same", async () => {
  const { pairs, exitCode, said } = await run({
    initiatives: [LEISURE_JOB, { id: "x", title: 7 }, POCKET_MONEY, "not a row", { ...POCKET_MONEY }],
  });
  expect(exitCode).toBe(1);
  expect(pairs).toHaveLength(1);
  expect(said.map((line) => line.split(":")[0])).toEqual(["Row 2", "Row 4", "Row 5"]);
});

test("a row needs no more than id, kommune and title", async () => {
  const { exitCode } = await run({ initiatives: [{ id: "a", kommune: "Varde", title: "Fritidsjob" }] });
  expect(exitCode).toBe(0);
});

test("--timing tells on standard error how many and how fast, as one line of JSON", async () => {
  const { said } = await run({ initiatives: [LEISURE_JOB, POCKET_MONEY] }, "--timing");
  expect(said).toHaveLength(1);
  const times = JSON.parse(said[0] ?? "") as Record<string, number>;
  expect(Object.keys(times)).toEqual(["initiatives", "pairs", "readMs", "checkMs"]);
  expect(times).toMatchObject({ initiatives: 2, pairs: 1 });
});

test("a file that is no JSON, or holds no list of initiatives, is refused in one sentence", async () => {
  await expect(run("{")).rejects.toThrow(/cannot be read as JSON/);
  await expect(run({ rows: [] })).rejects.toThrow(/"initiatives"/);
});

test("without a file, or with an unknown option, the use is wrong", async () => {
  const context = {
    env: readCommandLineEnv({ APP_ORIGIN: "http://localhost:3000" }),
    now: Date.now,
    newId: () => "",
    say: () => undefined,
  };
  await expect(check([], context)).rejects.toThrow();
  await expect(check(["a.json", "--fast"], context)).rejects.toThrow();
});

const SHEET = [
  "Kommune;Indsats;Beskrivelse;Status;Aktører",
  "Billund;Fritidsjob på plejehjem;15-17-årige ansættes på vores plejehjem.;I drift;SOSU Esbjerg",
  "Varde;;Uden titel;;",
  ";;;;",
  'Nordvig;Lommepengejob på plejecentret;"Vi vil gerne have unge; også fra 9. kl.";Idé;Social- og Sundhedsskolen Esbjerg',
].join("\r\n");

test("a spreadsheet saved by Danish Excel is checked, and a bad row is named by the spreadsheet's own number", async () => {
  const { pairs, exitCode, said } = await runOn("list.csv", `\ufeff${SHEET}`);
  expect(said).toEqual(["Row 3: title: is missing"]);
  expect(exitCode).toBe(1);
  expect(pairs).toMatchObject([{ a: "#2", b: "#5", kind: "learn-from" }]);
});

test.each([
  ["commas", SHEET.replaceAll("; også", " også").replaceAll(";", ",")],
  ["tabs", SHEET.replaceAll("; også", " også").replaceAll(";", "\t")],
  ["the letters of older Windows", Buffer.from(SHEET, "latin1")],
  ["UTF-16", Buffer.from(`\ufeff${SHEET}`, "utf16le")],
])("a spreadsheet with %s finds the same", async (_, content) => {
  const { pairs } = await runOn("list.csv", content);
  expect(pairs.map(({ kind }) => kind)).toEqual(["learn-from"]);
});

test("--csv writes the pairs that are shown, with why and the words it rests on, for Danish Excel", async () => {
  const out = join(folder, "pairs.csv");
  const other = { ...LEISURE_JOB, id: "=x3", title: "Robotstøvsugere", description: "I ældreboliger.", actors: [] };
  const { answer } = await run({ initiatives: [LEISURE_JOB, POCKET_MONEY, other] }, "--csv", out);
  expect(answer).toEqual({ csv: out, initiatives: 3, shown: 1 });
  const written = readFileSync(out, "utf8");
  expect(written.startsWith("\ufeffSlags;Styrke;")).toBe(true);
  const [row] = parse(written, { delimiter: ";", bom: true, columns: true }) as Record<string, string>[];
  expect(row).toMatchObject({
    Slags: "Lær af",
    Styrke: "stærkt",
    "Kommune A": "Billund",
    "Indsats A": "Fritidsjob på plejehjem",
    "Nr. B": "x2",
  });
  expect(row?.["Derfor"]).toContain("samme middel: fritidsjob for unge");
  expect(row?.["Ord i A"]).toContain("Fritidsjob");
  expect(row?.["Ord i B"]).toContain("Lommepengejob");
});

test("an Excel file, a sheet without headings and a folder that is not there are each refused in a sentence", async () => {
  await expect(runOn("list.xlsx", "PK\u0003\u0004")).rejects.toThrow(/Save it as CSV/);
  await expect(runOn("list.csv", "Mentor;I drift")).rejects.toThrow(/none for: kommune, title/);
  await expect(run({ initiatives: [] }, "--csv", join(folder, "none", "x.csv"))).rejects.toThrow(/cannot be written/);
});
