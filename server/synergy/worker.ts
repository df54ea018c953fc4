/** The engine's thread: parsing and comparing never hold up pages and rooms. */
import { parentPort } from "node:worker_threads";
import { createEngine, type Engine, togetherOf } from "#domain/synergy/engine.ts";
import { placeOfKey } from "#domain/synergy/initiative-key.ts";
import type { SynergyInitiative } from "#domain/synergy/types.ts";
import type { Answer, Request, Results, SimilarPair, Task } from "./protocol.ts";

let engine: Engine | null = null;
const initiatives = new Map<string, SynergyInitiative>();

function opened(): Engine {
  if (engine === null) throw new Error("The engine is not open.");
  return engine;
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
  return togetherOf(changes);
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
      engine = createEngine({ registry: task.registry, chainAcrossMunicipalities: true });
      initiatives.clear();
      return null;
    case "update":
      return update(task);
    case "setRegistry":
      return opened().setRegistry(task.registry);
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
