/** `check <initiatives.json|csv> [--timing] [--csv <file>]`: the overlap and synergy check offline, without a database. */
import { writeFileSync } from "node:fs";
import { i18nOf } from "#app/text/i18n.server.ts";
import { type ReasonWords, reasonText } from "#app/text/reason-text.ts";
import type { Reason } from "#domain/finding.ts";
import { referenceRegistry } from "#domain/reference-registry.ts";
import { createEngine } from "#domain/synergy/engine.ts";
import { evidenceInFile, type FileInitiative, initiativeOfFile } from "#domain/synergy/initiative-file.ts";
import type { ShownPair, SynergyPair } from "#domain/synergy/types.ts";
import { EXIT } from "../exit.ts";
import { type CheckedFile, readCheckedFile } from "./check-file.ts";
import { pairTable } from "./check-table.ts";
import { type Command, readArguments, refused } from "./command.ts";

const TIMING = "--timing";

const REASON_WORDS: ReasonWords = {
  t: i18nOf("da").getFixedT(null, "reasons"),
  word: i18nOf("da").getFixedT(null, "vocabulary"),
  language: "da",
};

/** Good rows are checked even when others are bad: then the exit code is 1 and each bad row is named. */
export const check: Command = async (args, { say, now }) => {
  const { positionals, values } = readArguments(
    args.filter((arg) => arg !== TIMING),
    1,
    ["csv"],
  );
  const startedAt = now();
  const { rows, problems } = readCheckedFile(positionals[0] ?? "");
  const engine = createEngine({ registry: referenceRegistry(), chainAcrossMunicipalities: false });
  for (const row of rows.values()) engine.add(initiativeOfFile(row));
  const readAt = now();
  const pairs = [...engine.checkAll()];
  const times = { initiatives: rows.size, pairs: pairs.length, readMs: readAt - startedAt, checkMs: now() - readAt };
  for (const problem of problems) say(problem);
  if (args.includes(TIMING)) say(JSON.stringify(times));
  const csv = values["csv"];
  return {
    answer:
      csv === undefined
        ? { pairs: pairs.map((pair) => toOutput(pair, rows)) }
        : writeTable(csv, pairs.filter(isShown), rows),
    exitCode: problems.length === 0 ? EXIT.done : EXIT.refused,
  };
};

const isShown = (pair: SynergyPair): pair is ShownPair => pair.kind !== null;

/** Who asks for a spreadsheet reads that; the terminal says how much is in it. */
function writeTable(path: string, shown: readonly ShownPair[], rows: CheckedFile["rows"]) {
  try {
    writeFileSync(path, pairTable(shown, rows, REASON_WORDS));
  } catch (error) {
    throw refused(`${path} cannot be written: ${(error as Error).message}`);
  }
  return { csv: path, initiatives: rows.size, shown: shown.length };
}

function toOutput({ a, b, kind, scores, strength, reasons }: SynergyPair, rows: CheckedFile["rows"]) {
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
