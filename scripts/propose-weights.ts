/**
 * Proposes other weights for the check from what the kommuner have answered, with figures before and after. Nothing is applied until a
 * person says so:
 *
 *     npm run -s sammenspil -- answers > answers.json                  on the server
 *     npx tsx scripts/propose-weights.ts answers.json                  prints figures, writes weights.proposed.json
 *     npx tsx scripts/propose-weights.ts --apply weights.proposed.json takes it into domain/synergy/weights.json
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { FINDING_KINDS } from "#domain/finding.ts";
import { evaluateWith, fitWeights, pairsToLearnFrom, readSet } from "#domain/synergy/development/evaluate.ts";
import { type LabelledFile, type LabelledSet, setOfFile } from "#domain/synergy/development/labelled-set.ts";
import { figuresOf } from "#domain/synergy/development/metrics.ts";
import { WEIGHTS, type Weights } from "#domain/synergy/score.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const WEIGHTS_FILE = here("../domain/synergy/weights.json");
const PROPOSAL = "weights.proposed.json";
const TRAINING = ["dev.json", "dev2.json", "welfare.json"];

const print = (line: string) => process.stdout.write(`${line}\n`);
const readJson = (path: string) => JSON.parse(readFileSync(path, "utf8"));

interface Proposal {
  /** The version that it was compared with; one that has moved on meanwhile is not replaced. */
  readonly replaces: string;
  readonly answeredPairs: number;
  readonly weights: Weights;
}

function propose(answersPath: string): void {
  const answers: LabelledSet = readJson(answersPath);
  if (answers.pairs.length === 0) {
    print("Nobody has decided about a pair yet: nothing is proposed.");
    return;
  }
  const sets: (readonly [string, LabelledSet])[] = [
    ...TRAINING.map(
      (name) => [name, setOfFile(readJson(here(`../domain/synergy/development/${name}`)) as LabelledFile)] as const,
    ),
    ["the kommuner's answers", answers],
  ];
  const compared = sets.flatMap(([, set]) => pairsToLearnFrom(readSet(set)));
  const weights = fitWeights(compared, String(Number(WEIGHTS.version) + 1));
  for (const [name, set] of sets) {
    print(`${name} (${set.pairs.length} pairs)`);
    printFigures("before", set, WEIGHTS);
    printFigures("after", set, weights);
  }
  const proposal: Proposal = { replaces: WEIGHTS.version, answeredPairs: answers.pairs.length, weights };
  writeFileSync(PROPOSAL, `${JSON.stringify(proposal, null, 2)}\n`);
  print(`${PROPOSAL} is written. Weights ${WEIGHTS.version} stay in force until somebody runs --apply ${PROPOSAL}.`);
}

/** Classes without a labelled pair have no figure. */
function printFigures(when: string, set: LabelledSet, weights: Weights): void {
  const { ap, hardNegativesKept } = figuresOf(evaluateWith(readSet(set), weights).judged);
  const share = (value: number) => (Number.isNaN(value) ? "–" : value.toFixed(3));
  const kinds = FINDING_KINDS.map((kind) => `${kind} ${share(ap[kind])}`).join("  ");
  print(`  ${when.padEnd(6)} AP  ${kinds}  not shown of what is nothing ${share(hardNegativesKept)}`);
}

function apply(path: string): void {
  const { replaces, weights }: Proposal = readJson(path);
  if (replaces !== WEIGHTS.version) {
    print(`The proposal was made for weights ${replaces}; in force are ${WEIGHTS.version}. Propose anew.`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(WEIGHTS_FILE, `${JSON.stringify(weights, null, 2)}\n`);
  print(`Weights ${weights.version} are in ${WEIGHTS_FILE}. Run the tests, then build.`);
}

const [first = "", second = ""] = process.argv.slice(2);
if (first === "--apply") apply(second);
else propose(first);
