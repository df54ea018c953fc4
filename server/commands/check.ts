/** `check <initiatives.json> [--timing]`: the overlap and synergy check offline, without a database. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { i18nOf } from "#app/text/i18n.server.ts";
import { type ReasonWords, reasonText } from "#app/text/reason-text.ts";
import type { Reason } from "#domain/finding.ts";
import { referenceRegistry } from "#domain/reference-registry.ts";
import { createEngine } from "#domain/synergy/engine.ts";
import { evidenceInFile, type FileInitiative, initiativeOfFile } from "#domain/synergy/initiative-file.ts";
import type { SynergyPair } from "#domain/synergy/types.ts";
import { EXIT } from "../exit.ts";
import { type Command, readArguments, refused } from "./command.ts";

const words = z.array(z.string()).default([]);

/** Empty fields are common in real lists; only what names and tells an initiative must be there. */
const rowShape = z.object({
  id: z.string().min(1),
  kommune: z.string().min(1),
  title: z.string().min(1),
  description: z.string().default(""),
  professions: words,
  theme: z.string().default(""),
  activity: z.string().default(""),
  phase: z.string().default(""),
  department: z.string().default(""),
  startYear: z.number().int().nullable().default(null),
  actors: z.array(z.object({ name: z.string(), type: z.string().default("") })).default([]),
});
const fileShape = z.object({ initiatives: z.array(z.unknown()) });

interface ReadFile {
  readonly rows: ReadonlyMap<string, FileInitiative>;
  /** One sentence for each row that cannot be checked, with its number from 1. */
  readonly problems: readonly string[];
}

const TIMING = "--timing";

const REASON_WORDS: ReasonWords = {
  t: i18nOf("da").getFixedT(null, "reasons"),
  word: i18nOf("da").getFixedT(null, "vocabulary"),
  language: "da",
};

/** Good rows are checked even when others are bad: then the exit code is 1 and each bad row is named. */
export const check: Command = async (args, { say, now }) => {
  const { positionals } = readArguments(
    args.filter((arg) => arg !== TIMING),
    1,
  );
  const startedAt = now();
  const { rows, problems } = readRows(readJson(positionals[0] ?? ""));
  const engine = createEngine({ registry: referenceRegistry(), chainAcrossMunicipalities: false });
  for (const row of rows.values()) engine.add(initiativeOfFile(row));
  const readAt = now();
  const pairs = [...engine.checkAll()].map((pair) => toOutput(pair, rows));
  const times = { initiatives: rows.size, pairs: pairs.length, readMs: readAt - startedAt, checkMs: now() - readAt };
  for (const problem of problems) say(problem);
  if (args.includes(TIMING)) say(JSON.stringify(times));
  return { answer: { pairs }, exitCode: problems.length === 0 ? EXIT.done : EXIT.refused };
};

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw refused(`${path} cannot be read as JSON: ${(error as Error).message}`);
  }
}

function readRows(file: unknown): ReadFile {
  const parsed = fileShape.safeParse(file);
  if (!parsed.success) throw refused('The file must be an object with a list named "initiatives".');
  const rows = new Map<string, FileInitiative>();
  const problems: string[] = [];
  for (const [index, raw] of parsed.data.initiatives.entries()) {
    const row = rowShape.safeParse(raw);
    if (!row.success) problems.push(`Row ${index + 1}: ${describe(row.error)}`);
    else if (rows.has(row.data.id)) problems.push(`Row ${index + 1}: the id ${row.data.id} is used before.`);
    else rows.set(row.data.id, row.data);
  }
  return { rows, problems };
}

const describe = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join(".")}: ${message}`)).join("; ");

function toOutput({ a, b, kind, scores, strength, reasons }: SynergyPair, rows: ReadFile["rows"]) {
  const left = rows.get(a);
  const right = rows.get(b);
  const told =
    left === undefined || right === undefined ? [] : reasons.map((reason) => toldReason(reason, left, right));
  return { a, b, kind, scores, strength, reasons: told };
}

const toldReason = (reason: Reason, a: FileInitiative, b: FileInitiative) => ({
  code: reason.code,
  text: reasonText(reason, REASON_WORDS),
  weight: reason.weight,
  a: reason.a.map((evidence) => evidenceInFile(evidence, a)),
  b: reason.b.map((evidence) => evidenceInFile(evidence, b)),
});
