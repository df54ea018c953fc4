/** The engine's thread: parsing and comparing never hold up pages and rooms. */
import { parentPort } from "node:worker_threads";
import type { FoundPair, PairIds } from "#db/queries/finding-storage.ts";
import type { PairKey } from "#domain/synergy/best-pairs.ts";
import { createEngine, type Engine, type PairChanges, togetherOf } from "#domain/synergy/engine.ts";
import { placeOfKey } from "#domain/synergy/initiative-key.ts";
import type { ShownPair, SynergyInitiative } from "#domain/synergy/types.ts";
import type { Answer, FoundChanges, Request, Results, SimilarPair, Task } from "./protocol.ts";

let engine: Engine | null = null;
let comparison: Generator<PairChanges> | null = null;
const initiatives = new Map<string, SynergyInitiative>();

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

const foundPairOf = (pair: ShownPair): FoundPair => ({
  ...pairIdsOf([pair.a, pair.b]),
  kind: pair.kind,
  strength: pair.strength,
  score: pair.scores[pair.kind],
  reasons: JSON.stringify(pair.reasons),
  aHash: pair.aHash,
  bHash: pair.bHash,
});

const writtenOut = ({ changed, gone }: PairChanges): FoundChanges => ({
  found: changed.map(foundPairOf),
  gone: gone.map(pairIdsOf),
});

function open(registry: Extract<Task, { do: "open" }>["registry"]): null {
  engine = createEngine({ registry, chainAcrossMunicipalities: true });
  comparison = null;
  initiatives.clear();
  return null;
}

function add(added: readonly SynergyInitiative[]): null {
  for (const initiative of added) {
    initiatives.set(initiative.key, initiative);
    opened().add(initiative);
  }
  return null;
}

function compareAll(): Results["compareAll"] {
  comparison ??= opened().compareAll();
  const { value, done } = comparison.next();
  return done ? { found: [], gone: [], isDone: true } : { ...writtenOut(value), isDone: false };
}

function update({ upserts, removals }: Extract<Task, { do: "update" }>): Results["update"] {
  const changes = [];
  for (const key of removals) {
    initiatives.delete(key);
    changes.push(opened().remove(key));
  }
  for (const initiative of upserts) {
    initiatives.set(initiative.key, initiative);
    changes.push(opened().upsert(initiative));
  }
  return writtenOut(togetherOf(changes));
}

function similar({ draft, boardIds, limit }: Extract<Task, { do: "similar" }>): readonly SimilarPair[] {
  const accepts = (key: string) => boardIds.has(placeOfKey(key).boardId);
  return opened()
    .similar(draft, { limit, accepts })
    .flatMap((pair) => {
      const other = initiatives.get(pair.b);
      return other === undefined
        ? []
        : [{ pair, municipality: other.municipality, title: other.title, status: other.status }];
    });
}

function perform(task: Task): Results[Task["do"]] {
  switch (task.do) {
    case "open":
      return open(task.registry);
    case "add":
      return add(task.initiatives);
    case "compareAll":
      return compareAll();
    case "update":
      return update(task);
    case "setRegistry":
      return writtenOut(opened().setRegistry(task.registry));
    case "similar":
      return similar(task);
  }
}

function answerTo({ id, task }: Request): Answer {
  try {
    return { id, result: perform(task) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on("message", (request: Request) => parentPort?.postMessage(answerTo(request)));
