/** The engine's thread: parsing and comparing never hold up pages and rooms. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";
import type { Reworded } from "#db/queries/finding-answers.ts";
import type { FoundPair, PairIds } from "#db/queries/finding-storage.ts";
import type { Registry } from "#domain/actor-registry.ts";

import { formFinder } from "#domain/synergy/added-forms.ts";
import { contentHash } from "#domain/synergy/content-hash.ts";
import { createEngine, type Engine } from "#domain/synergy/engine.ts";
import type { AddedForm } from "#domain/synergy/form-rules.ts";
import { placeOfKey } from "#domain/synergy/initiative-key.ts";
import { type PairChanges, type PairKey, togetherOf } from "#domain/synergy/pair-changes.ts";
import type { PassedOver } from "#domain/synergy/passed-over.ts";
import { isRewording } from "#domain/synergy/rewording.ts";
import type { ShownPair, SynergyInitiative } from "#domain/synergy/types.ts";
import { writeReasons } from "#domain/written-reasons.ts";
import { Fingerprint } from "./fingerprint.ts";
import type { Answer, FoundChanges, Request, Results, SimilarPair, Task } from "./protocol.ts";

let engine: Engine | null = null;
let comparison: Generator<PairChanges> | null = null;
let fingerprint = new Fingerprint();

function opened(): Engine {
  if (engine === null) throw new Error("The engine is not open.");
  return engine;
}

function pairIdsOf([a, b]: PairKey): PairIds {
  const left = placeOfKey(a);
  const right = placeOfKey(b);
  return {
    aBoardId: left.boardId,
    aInitiativeId: left.initiativeId,
    bBoardId: right.boardId,
    bInitiativeId: right.initiativeId,
  };
}

/** Without spreading the ids: each pair would be a table of its own, and those outlive the first check by far. */
function foundPairOf(pair: ShownPair): FoundPair {
  const a = placeOfKey(pair.a);
  const b = placeOfKey(pair.b);
  return {
    aBoardId: a.boardId,
    aInitiativeId: a.initiativeId,
    bBoardId: b.boardId,
    bInitiativeId: b.initiativeId,
    kind: pair.kind,
    strength: pair.strength,
    score: pair.scores[pair.kind],
    reasons: writeReasons(pair.reasons),
    aHash: pair.aHash,
    bHash: pair.bHash,
  };
}

const writtenOut = ({ changed, gone }: PairChanges): FoundChanges => ({
  found: changed.map(foundPairOf),
  gone: gone.map(pairIdsOf),
});

/** The text of this program: another one may find other pairs. Its sources one by one while developing. */
function programText(): string {
  const self = fileURLToPath(import.meta.url);
  if (self.endsWith(".js")) return readFileSync(self, "utf8");
  const domain = join(self, "../../../domain");
  const files = readdirSync(domain, { recursive: true, encoding: "utf8" }).filter((name) => /\.(ts|json)$/.test(name));
  return files.map((name) => readFileSync(join(domain, name), "utf8")).join("\n");
}

function open(registry: Registry, forms: readonly AddedForm[] = []): null {
  engine = createEngine({ registry, forms, chainAcrossMunicipalities: true });
  comparison = null;
  fingerprint = new Fingerprint();
  fingerprint.set("program", programText());
  noteRegistry(registry);
  noteForms(forms);
  return null;
}

const noteRegistry = (registry: Registry): void => fingerprint.set("registry", JSON.stringify([...registry]));

const noteForms = (forms: readonly AddedForm[]): void =>
  fingerprint.set("forms", JSON.stringify(forms.map(({ facet, conceptId, form }) => [facet, conceptId, form])));

function take(initiative: SynergyInitiative): void {
  fingerprint.set(`initiative ${initiative.key}`, JSON.stringify(initiative));
}

function add(added: readonly SynergyInitiative[]): Results["add"] {
  for (const initiative of added) {
    take(initiative);
    opened().add(initiative);
  }
  return { fingerprint: String(fingerprint) };
}

function setRegistry(registry: Registry): Results["setRegistry"] {
  noteRegistry(registry);
  return { ...writtenOut(opened().setRegistry(registry)), fingerprint: String(fingerprint) };
}

function setForms(forms: readonly AddedForm[]): Results["setForms"] {
  noteForms(forms);
  return { ...writtenOut(opened().setForms(forms)), fingerprint: String(fingerprint) };
}

function findForm({ form, boardIds }: Extract<Task, { do: "findForm" }>): readonly string[] {
  const isIn = formFinder(form);
  return [...opened().keys()].filter((key) => {
    const initiative = boardIds.has(placeOfKey(key).boardId) ? opened().initiative(key) : null;
    return initiative !== null && isIn(initiative);
  });
}

const passedOver = ({ keys }: Extract<Task, { do: "passedOver" }>): readonly PassedOver[] =>
  keys.map((key) => opened().passedOver(key)).filter((pair) => pair !== null);

function nextSlice(how: "compareAll" | "resume"): Results["compareAll"] {
  comparison ??= opened()[how]();
  const { value, done } = comparison.next();
  const { compared } = opened();
  return done ? { found: [], gone: [], compared, isDone: true } : { ...writtenOut(value), compared, isDone: false };
}

function update({ upserts, removals }: Extract<Task, { do: "update" }>): Results["update"] {
  const changes = [];
  for (const key of removals) {
    fingerprint.remove(`initiative ${key}`);
    changes.push(opened().remove(key));
  }
  const reworded = upserts.flatMap(rewordingOf);
  for (const initiative of upserts) {
    // Moved or paused, it still says the same.
    if (JSON.stringify(opened().initiative(initiative.key)) === JSON.stringify(initiative)) continue;
    take(initiative);
    changes.push(opened().upsert(initiative));
  }
  return { ...writtenOut(togetherOf(changes)), reworded, fingerprint: String(fingerprint) };
}

/** Answers hold for the new words of an initiative that says the same as before. */
function rewordingOf(initiative: SynergyInitiative): Reworded[] {
  const before = opened().initiative(initiative.key);
  if (before === null) return [];
  const [from, to] = [contentHash(before), contentHash(initiative)];
  return from === to || !isRewording(before, initiative) ? [] : [{ ...placeOfKey(initiative.key), from, to }];
}

function similar({ draft, boardIds, limit }: Extract<Task, { do: "similar" }>): readonly SimilarPair[] {
  const accepts = (key: string) => boardIds.has(placeOfKey(key).boardId);
  return opened()
    .similar(draft, { limit, accepts })
    .flatMap((pair) => {
      const other = opened().initiative(pair.b);
      return other === null
        ? []
        : [{ pair, municipality: other.municipality, title: other.title, status: other.status }];
    });
}

const PERFORM: { readonly [D in Task["do"]]: (task: Extract<Task, { do: D }>) => Results[D] } = {
  open: ({ registry, forms }) => open(registry, forms),
  add: ({ initiatives: added }) => add(added),
  compareAll: () => nextSlice("compareAll"),
  resume: () => nextSlice("resume"),
  update,
  setRegistry: ({ registry }) => setRegistry(registry),
  setForms: ({ forms }) => setForms(forms),
  findForm,
  passedOver,
  links: ({ keys }) => keys.map((key) => opened().linksOf(key)),
  similar,
};

function perform(task: Task): Results[Task["do"]] {
  const run = PERFORM[task.do] as (task: Task) => Results[Task["do"]];
  return run(task);
}

function answerTo({ id, task }: Request): Answer {
  try {
    return { id, result: perform(task) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on("message", (request: Request) => parentPort?.postMessage(answerTo(request)));
