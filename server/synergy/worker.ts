/** The engine's thread: parsing and comparing never hold up pages and rooms. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";
import type { Reworded } from "#db/queries/finding-answers.ts";
import type { FoundPair, PairIds } from "#db/queries/finding-storage.ts";
import type { Registry } from "#domain/actor-registry.ts";
import { formFinder } from "#domain/synergy/added-forms.ts";
import type { AlikeNotes, NoteText } from "#domain/synergy/alike-notes.ts";
import { createEngine, type Engine } from "#domain/synergy/engine.ts";
import type { AddedForm } from "#domain/synergy/form-rules.ts";
import { placeOfKey } from "#domain/synergy/initiative-key.ts";
import { type PairChanges, type PairKey, togetherOf } from "#domain/synergy/pair-changes.ts";
import type { PassedOver } from "#domain/synergy/passed-over.ts";
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

function noteForms(forms: readonly AddedForm[]): void {
  alike = null;
  fingerprint.set("forms", JSON.stringify(forms.map(({ facet, conceptId, form }) => [facet, conceptId, form])));
}

/** What the engine holds under a key, which is part of the fingerprint as long as it does; null when nothing. */
function heldText(key: string): string | null {
  const held = opened().initiative(key);
  return held === null ? null : JSON.stringify(held);
}

/** Said before the engine takes it, or lets it go: what it was is asked of the engine. */
function noteInitiative(key: string, after: string | null): void {
  fingerprint.change(`initiative ${key}`, heldText(key), after);
}

function add(added: readonly SynergyInitiative[]): Results["add"] {
  for (const initiative of added) {
    noteInitiative(initiative.key, JSON.stringify(initiative));
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
  const changes: PairChanges[] = [];
  const reworded: Reworded[] = [];
  for (const key of removals) {
    noteInitiative(key, null);
    changes.push(opened().remove(key));
  }
  for (const initiative of upserts) {
    // Moved or paused, it still says the same.
    const text = JSON.stringify(initiative);
    if (heldText(initiative.key) === text) continue;
    noteInitiative(initiative.key, text);
    const edit = opened().upsert(initiative);
    changes.push(edit);
    if (edit.reworded !== null) reworded.push({ ...placeOfKey(initiative.key), ...edit.reworded });
  }
  return { ...writtenOut(togetherOf(changes)), reworded, fingerprint: String(fingerprint) };
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

/** A hall's forty phones ask for the same at once. */
let alike: { readonly asked: string; readonly found: readonly AlikeNotes[] } | null = null;

function alikeAmong(notes: readonly NoteText[]): readonly AlikeNotes[] {
  const asked = JSON.stringify(notes);
  if (alike?.asked !== asked) alike = { asked, found: opened().alikeNotes(notes) };
  return alike.found;
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
  alikeNotes: ({ notes }) => alikeAmong(notes),
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
