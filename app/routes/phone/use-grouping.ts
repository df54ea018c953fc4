import { useCallback, useRef, useState } from "react";
import { ask } from "#app/http/ask.ts";
import type { Group } from "./groups.ts";
import type { NoteWithId } from "./shown-notes.tsx";

/** One change as the server takes it. */
type Change = readonly (readonly [name: string, value: string])[];

/** What takes a change back: one or more, each refused when somebody has changed the same since. */
type Inverse = readonly Change[];

/** Undone are only one's own, newest first. */
const STEPS = 50;

export type GroupingWord = "done" | "changed" | "refused" | "unreachable";

export interface Grouping {
  /** The groups change for everybody when the server has taken it. */
  readonly place: (notes: readonly NoteWithId[], to: string | null) => Promise<GroupingWord>;
  readonly create: (title: string, notes: readonly NoteWithId[]) => Promise<GroupingWord>;
  readonly rename: (group: Group, title: string) => Promise<GroupingWord>;
  readonly merge: (group: Group, into: Group) => Promise<GroupingWord>;
  readonly dissolve: (group: Group) => Promise<GroupingWord>;
  readonly undo: () => Promise<GroupingWord>;
  readonly canUndo: boolean;
}

const named = (notes: readonly NoteWithId[]): Change => notes.map(({ id }) => ["note", id] as const);

export function useGrouping(workshopId: string): Grouping {
  const own = useRef<readonly Inverse[]>([]);
  const [canUndo, setCanUndo] = useState(false);
  const keep = useCallback((steps: readonly Inverse[]) => {
    own.current = steps;
    setCanUndo(steps.length > 0);
  }, []);
  const send = useCallback(
    async (change: Change): Promise<GroupingWord> => {
      const body = new URLSearchParams(change.map(([name, value]) => [name, value]));
      const reply = await ask<{ refused: string | null }>(`/live/${workshopId}/group`, { method: "POST", body });
      if (!reply.ok) return reply.because === "refused" ? "refused" : "unreachable";
      if (reply.value.refused === null) return "done";
      return reply.value.refused === "changed" ? "changed" : "refused";
    },
    [workshopId],
  );
  const change = async (forward: Change, inverse: Inverse): Promise<GroupingWord> => {
    const word = await send(forward);
    if (word === "done") keep([...own.current, inverse].slice(-STEPS));
    return word;
  };
  return {
    canUndo,
    place: (notes, to) => change([["intent", "place"], ["to", to ?? ""], ...named(notes)], placedBack(notes, to)),
    create: (title, notes) => {
      const id = crypto.randomUUID();
      const dissolve: Change = [
        ["intent", "dissolve"],
        ["id", id],
        ["only-empty", "yes"],
      ];
      return change(
        [["intent", "create"], ["id", id], ["title", title], ...named(notes)],
        [...placedBack(notes, id), dissolve],
      );
    },
    rename: ({ id, title: before }, title) => {
      const rename = (to: string): Change => [
        ["intent", "rename"],
        ["id", id],
        ["title", to],
      ];
      return change(rename(title), [[...rename(before), ["from", title]]]);
    },
    merge: ({ id, notes }, into) =>
      change(
        [
          ["intent", "merge"],
          ["id", id],
          ["into", into.id],
        ],
        [[["intent", "restore"], ["id", id], ["from", into.id], ...named(notes)]],
      ),
    dissolve: ({ id, notes }) =>
      change(
        [
          ["intent", "dissolve"],
          ["id", id],
        ],
        [[["intent", "restore"], ["id", id], ["from", ""], ...named(notes)]],
      ),
    undo: async () => {
      const word = await sendAll(own.current.at(-1) ?? [], send);
      if (word !== "unreachable") keep(own.current.slice(0, -1));
      return word;
    },
  };
}

/** Each note to where it stood, unless somebody has moved it on. */
function placedBack(notes: readonly NoteWithId[], from: string | null): Inverse {
  const places = [...new Set(notes.map(({ clusterId }) => clusterId))];
  return places.map((place) => [
    ["intent", "place"],
    ["to", place ?? ""],
    ["from", from ?? ""],
    ...named(notes.filter(({ clusterId }) => clusterId === place)),
  ]);
}

/** One after the other, as far as they are taken. */
async function sendAll(changes: Inverse, send: (change: Change) => Promise<GroupingWord>): Promise<GroupingWord> {
  for (const change of changes) {
    const word = await send(change);
    if (word !== "done") return word;
  }
  return "done";
}
