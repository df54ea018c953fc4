import type * as Y from "yjs";
import { observeBoard } from "#domain/board-doc/observe.ts";
import { initiativeIds, readInitiative } from "#domain/board-doc/snapshot.ts";
import { type BoardSnapshot, byOrder, type InitiativeSnapshot } from "#domain/initiative.ts";

export interface BoardReader {
  /** The board now; initiatives that did not change are the same objects as before. */
  read(): BoardSnapshot;
  stop(): void;
}

/**
 * Reads the document anew only where it changed: a keystroke on a board of thousands costs one initiative.
 *
 * @param painted what is on the screen already; where the document says the same, its objects are kept
 */
export function createBoardReader(doc: Y.Doc, painted: BoardSnapshot): BoardReader {
  const known = new Map<string, InitiativeSnapshot>(painted.initiatives.map((each) => [each.id, each]));
  const stale = new Set<string>(known.keys());
  let isListStale = true;
  let snapshot = painted;

  const stop = observeBoard(doc, (change) => {
    for (const [id, fields] of change) {
      stale.add(id);
      if (fields.has("whole") || fields.has("order")) isListStale = true;
    }
  });

  const refresh = (id: string): boolean => {
    const now = readInitiative(doc, id);
    const before = known.get(id);
    if (now === null) return known.delete(id);
    const next = before === undefined ? now : withKeptParts(before, now);
    if (next === before) return false;
    known.set(id, next);
    return true;
  };

  return {
    stop,
    read() {
      if (!isListStale && stale.size === 0) return snapshot;
      const wanted = isListStale ? new Set([...stale, ...initiativeIds(doc).filter((id) => !known.has(id))]) : stale;
      const changed = [...wanted].filter(refresh).length > 0;
      stale.clear();
      isListStale = false;
      if (changed) snapshot = { initiatives: [...known.values()].sort(byOrder) };
      return snapshot;
    },
  };
}

/** `now`, in which every part that says what it said before is the same object; `before` itself when all parts do. */
function withKeptParts(before: InitiativeSnapshot, now: InitiativeSnapshot): InitiativeSnapshot {
  const parts = Object.entries(now).map(([name, part]) => {
    const old: unknown = before[name as keyof InitiativeSnapshot];
    return [name, JSON.stringify(old) === JSON.stringify(part) ? old : part] as const;
  });
  const isSame = parts.every(([name, part]) => part === before[name as keyof InitiativeSnapshot]);
  return isSame ? before : (Object.fromEntries(parts) as unknown as InitiativeSnapshot);
}
