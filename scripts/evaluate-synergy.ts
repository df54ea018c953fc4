/**
 * Evaluates the check on the development set; `--fit` writes the weights anew first.
 * Run: npx tsx scripts/evaluate-synergy.ts [--fit] [--worst]
 */
import { readFileSync, writeFileSync } from "node:fs";
import { FINDING_KINDS } from "#domain/finding.ts";
import {
  comparePairs,
  fitWeights,
  judge,
  judgeStrictly,
  type LabelledSet,
  rankAll,
  readSet,
} from "#domain/synergy/development/evaluate.ts";
import { type Figures, figuresOf, type LabelledPair, rankingOf } from "#domain/synergy/development/metrics.ts";
import { type FileInitiative, initiativeOfFile } from "#domain/synergy/initiative-file.ts";
import { WEIGHTS } from "#domain/synergy/score.ts";

const WEIGHTS_FILE = new URL("../domain/synergy/weights.json", import.meta.url);
const DEVELOPMENT_SET = new URL("../domain/synergy/development/dev.json", import.meta.url);

const print = (line: string) => process.stdout.write(`${line}\n`);
const three = (value: number) => value.toFixed(3);

function printFigures(name: string, figures: Figures): void {
  print(name);
  for (const kind of FINDING_KINDS)
    print(`  ${kind.padEnd(14)} AP ${three(figures.ap[kind])}  F1 ${three(figures.f1[kind])}`);
  print(`  macro          AP ${three(figures.macroAP)}  F1 ${three(figures.macroF1)}`);
}

function readLabelledSet(): LabelledSet {
  const file = JSON.parse(readFileSync(DEVELOPMENT_SET, "utf8")) as {
    initiatives: FileInitiative[];
    pairs: LabelledPair[];
  };
  return { initiatives: file.initiatives.map(initiativeOfFile), pairs: file.pairs };
}

function main(options: ReadonlySet<string>): void {
  const set = readLabelledSet();
  const read = readSet(set);
  const compared = comparePairs(set, read);
  let weights = WEIGHTS;
  if (options.has("--fit")) {
    const version = String(Number(WEIGHTS.version) + 1);
    weights = fitWeights(compared, version);
    writeFileSync(WEIGHTS_FILE, `${JSON.stringify(weights, null, 2)}\n`);
  }
  printFigures("On the set the weights were fitted on", figuresOf(compared.map((pair) => judge(pair, weights))));
  const { meanAP, recallAt5 } = rankingOf(rankAll(set, read, weights));
  print(`  MAP ${three(meanAP)}  R@5 ${three(recallAt5)}`);
  printFigures("Strict leave-kommune-out", figuresOf(judgeStrictly(set)));
}

main(new Set(process.argv.slice(2)));
