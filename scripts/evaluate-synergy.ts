/**
 * Reports how well the check agrees with labelled pairs: as shipped, and in strict leave-kommune-out (SPEC.md E1–E4).
 * Run: npx tsx scripts/evaluate-synergy.ts [--fit] [labelled.json …]
 *
 * Without a file: the sets in domain/synergy/development. The weights of the strict evaluation are always fitted on the
 * development sets, so that another file stays one that nothing was fitted on. `--fit` writes the weights anew and prints before and after.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { FINDING_KINDS } from "#domain/finding.ts";
import {
  type Evaluation,
  evaluateStrictly,
  evaluateWith,
  fitWeights,
  pairsToLearnFrom,
  readSet,
} from "#domain/synergy/development/evaluate.ts";
import { type LabelledFile, setOfFile, withoutTags, withTypos } from "#domain/synergy/development/labelled-set.ts";
import { figuresOf, rankingOf, reliabilityOf } from "#domain/synergy/development/metrics.ts";
import { WEIGHTS, type Weights } from "#domain/synergy/score.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const WEIGHTS_FILE = here("../domain/synergy/weights.json");
const inDevelopment = (name: string): string => here(`../domain/synergy/development/${name}`);
const TRAINING = ["dev.json", "dev2.json", "welfare.json"].map(inDevelopment);
const ALL = [...TRAINING, ...["unfitted.json", "terse.json", "dev3.json", "dev4.json"].map(inDevelopment)];

const print = (line: string) => process.stdout.write(`${line}\n`);
const three = (value: number) => value.toFixed(3);
const readFile = (path: string) => JSON.parse(readFileSync(path, "utf8")) as LabelledFile;

function printTable(name: string, [plain, untagged, misspelt]: readonly Evaluation[]): void {
  if (plain === undefined || untagged === undefined || misspelt === undefined) return;
  const figures = figuresOf(plain.judged);
  const { meanAP, recallAt5 } = rankingOf(plain.ranked);
  const lost = (other: Evaluation) => three(figures.macroAP - figuresOf(other.judged).macroAP);
  print(name);
  for (const kind of FINDING_KINDS)
    print(`  ${kind.padEnd(14)} AP ${three(figures.ap[kind])}  F1 ${three(figures.f1[kind])}`);
  print(
    `  macro AP ${three(figures.macroAP)}  F1 ${three(figures.macroF1)}  five-class F1 ${three(figures.fiveClassF1)}`,
  );
  print(`  MAP ${three(meanAP)}  R@5 ${three(recallAt5)}`);
  print(`  hard negatives not shown ${three(figures.hardNegativesKept)}`);
  print(`  macro AP lost: tags emptied ${lost(untagged)}  typos ${lost(misspelt)}`);
  print(`  shown with two reasons or more ${three(figures.wellFounded)}`);
  for (const { strength, shown, right } of reliabilityOf(plain.judged))
    print(`  shown as ${strength.padEnd(6)} ${String(shown).padStart(4)}, right ${three(right)}`);
}

const variantsOf = (file: LabelledFile) => [file, withoutTags(file), withTypos(file)].map(setOfFile);

const asShipped = (file: LabelledFile, weights: Weights) =>
  variantsOf(file).map((variant) => evaluateWith(readSet(variant), weights));

function report(path: string, training: readonly LabelledFile[]): void {
  const file = readFile(path);
  printTable(`${path}, as shipped`, asShipped(file, WEIGHTS));
  const strict = { training: training.map(setOfFile), variants: variantsOf(file) };
  printTable(`${path}, strict leave-kommune-out`, evaluateStrictly(setOfFile(file), strict));
}

function refit(training: readonly LabelledFile[]): void {
  const compared = training.flatMap((file) => pairsToLearnFrom(readSet(setOfFile(file))));
  const weights = fitWeights(compared, String(Number(WEIGHTS.version) + 1));
  for (const [index, file] of training.entries()) {
    printTable(`${TRAINING[index]} before, weights ${WEIGHTS.version}`, asShipped(file, WEIGHTS));
    printTable(`${TRAINING[index]} after, weights ${weights.version}`, asShipped(file, weights));
  }
  writeFileSync(WEIGHTS_FILE, `${JSON.stringify(weights, null, 2)}\n`);
}

function main(args: readonly string[]): void {
  const training = TRAINING.map(readFile);
  const paths = args.filter((arg) => !arg.startsWith("--"));
  if (args.includes("--fit")) refit(training);
  else for (const path of paths.length > 0 ? paths : ALL) report(path, training);
}

main(process.argv.slice(2));
