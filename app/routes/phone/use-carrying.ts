import { type KeyboardEvent, useState } from "react";

/** A note or a group in the hand of somebody who works by keyboard. */
export interface Carried {
  readonly id: string;
  readonly name: string;
  /** Where it could be put, in order, with names. */
  readonly targets: readonly { readonly id: string; readonly name: string }[];
  readonly at: number;
}

export type CarryingWord =
  | { readonly said: "lifted" | "over"; readonly name: string; readonly target: string }
  | { readonly said: "put-down" | "nowhere"; readonly name: string };

interface Options {
  readonly say: (word: CarryingWord) => void;
  readonly drop: (id: string, targetId: string) => void;
}

/** Space lifts, arrows choose where, space puts it there, Escape puts it back. */
export function useCarrying({ say, drop }: Options) {
  const [carried, setCarried] = useState<Carried | null>(null);
  const lift = (thing: Omit<Carried, "at">) => {
    const [first] = thing.targets;
    if (first === undefined) return say({ said: "nowhere", name: thing.name });
    setCarried({ ...thing, at: 0 });
    say({ said: "lifted", name: thing.name, target: first.name });
  };
  const move = (by: number) => {
    if (carried === null) return;
    const at = (carried.at + by + carried.targets.length) % carried.targets.length;
    setCarried({ ...carried, at });
    say({ said: "over", name: carried.name, target: carried.targets[at]?.name ?? "" });
  };
  const putDown = () => {
    if (carried === null) return;
    setCarried(null);
    say({ said: "put-down", name: carried.name });
  };
  const put = () => {
    const target = carried?.targets[carried.at];
    if (carried === null || target === undefined) return;
    setCarried(null);
    drop(carried.id, target.id);
  };
  const keys = new Map<string, () => void>([
    [" ", put],
    ["Enter", put],
    ["ArrowDown", () => move(1)],
    ["ArrowRight", () => move(1)],
    ["ArrowUp", () => move(-1)],
    ["ArrowLeft", () => move(-1)],
    ["Escape", putDown],
  ]);
  return {
    carried,
    /** For the handle of a thing. */
    onKeyDown: (event: KeyboardEvent, thing: Omit<Carried, "at">) => {
      const isLifted = carried?.id === thing.id;
      const run = isLifted ? keys.get(event.key) : event.key === " " ? () => lift(thing) : undefined;
      if (run === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      run();
    },
    onBlur: putDown,
  };
}
