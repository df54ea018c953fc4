/** The pairs that would be shown, as a spreadsheet for somebody who has no server: one line for each, the strongest first. */
import { toDanishCsv } from "#app/http/danish-csv.server.ts";
import { i18nOf } from "#app/text/i18n.server.ts";
import { type ReasonSide, type ReasonWords, reasonText, tellingOrder } from "#app/text/reason-text.ts";
import type { Evidence, Reason } from "#domain/finding.ts";
import { evidenceInFile, type FileInitiative } from "#domain/synergy/initiative-file.ts";
import type { ShownPair } from "#domain/synergy/types.ts";

const COLUMNS = [
  "kind",
  "strength",
  "idA",
  "municipalityA",
  "titleA",
  "idB",
  "municipalityB",
  "titleB",
  "because",
  "against",
  "wordsA",
  "wordsB",
] as const;

const between = "; ";

export function pairTable(
  pairs: readonly ShownPair[],
  rows: ReadonlyMap<string, FileInitiative>,
  words: ReasonWords,
): string {
  const heading = i18nOf(words.language).getFixedT(null, "findings");
  const sorted = [...pairs].sort(
    (x, y) => y.scores[y.kind] - x.scores[x.kind] || (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1),
  );
  const lines = sorted.flatMap((pair) => {
    const [a, b] = [rows.get(pair.a), rows.get(pair.b)];
    return a === undefined || b === undefined ? [] : [lineOf(pair, [a, b], words)];
  });
  return toDanishCsv([COLUMNS.map((column) => heading(`sheet.${column}`)), ...lines]);
}

function lineOf(
  { kind, strength, reasons }: ShownPair,
  [a, b]: readonly [FileInitiative, FileInitiative],
  words: ReasonWords,
) {
  const speaking = tellingOrder(reasons);
  const told = (some: readonly Reason[]) =>
    some.map((reason) => reasonText(reason, words, [toldSide(a), toldSide(b)])).join(between);
  const quoted = (side: "a" | "b", row: FileInitiative) =>
    [...new Set(speaking.flatMap((reason) => reason[side].map((evidence) => quote(evidence, row))))].join(between);
  return [
    words.word(`findingKind.${kind}`),
    words.word(`strength.${strength}`),
    ...[a.id, a.kommune, a.title],
    ...[b.id, b.kommune, b.title],
    told(speaking),
    told(reasons.filter(({ weight }) => weight < 0)),
    quoted("a", a),
    quoted("b", b),
  ];
}

const toldSide = ({ kommune, title, description }: FileInitiative): ReasonSide => ({
  municipality: kommune,
  title,
  description,
});

/** The words that a reason rests on, as they stand in the row. */
function quote(evidence: Evidence, row: FileInitiative): string {
  const [field, from, to] = evidenceInFile(evidence, row);
  const [list, place] = field.split(".");
  if (list === "actors") return row.actors[Number(place)]?.name ?? "";
  if (list === "professions" && place !== undefined) return row.professions[Number(place)] ?? "";
  const text = row[field as keyof FileInitiative];
  return typeof text === "string" ? text.slice(from, to) : "";
}
