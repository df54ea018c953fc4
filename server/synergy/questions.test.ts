import { expect, test } from "vitest";
import type { PassedOver } from "#domain/synergy/passed-over.ts";
import { passedOverAmong } from "./questions.ts";
import type { EngineThread } from "./thread.ts";

const places = Array.from({ length: 1_000 }, (_, index) => ({ boardId: "b", initiativeId: `i${index}` }));

/** A thread that answers each key with the pair that the test says. */
function answering(other: (key: string, index: number) => string | null) {
  const asked: number[] = [];
  const perform = async ({ keys }: { keys: readonly string[] }) => {
    asked.push(keys.length);
    return keys.flatMap((a, index): Partial<PassedOver>[] => {
      const b = other(a, index);
      return b === null ? [] : [{ a, b, against: [] }];
    });
  };
  return { thread: { perform } as unknown as Pick<EngineThread, "perform">, asked };
}

test("N1 a large workshop is looked at in small pieces, so that others get their turn, and no further than examples need", async () => {
  const none = answering(() => null);
  expect(await passedOverAmong(none.thread, [places, 15])).toEqual([]);
  expect(Math.max(...none.asked)).toBeLessThanOrEqual(20);
  expect(none.asked.reduce((sum, keys) => sum + keys)).toBeLessThan(places.length);
  const plenty = answering(() => "b.i999");
  expect(await passedOverAmong(plenty.thread, [places, 15])).toHaveLength(15);
  expect(plenty.asked).toHaveLength(1);
});

test("N1 each pair stands once, and none with an initiative that was not asked about", async () => {
  const both = answering((key) => ({ "b.i0": "b.i1", "b.i1": "b.i0" })[key] ?? "elsewhere.i0");
  expect(await passedOverAmong(both.thread, [places.slice(0, 30), 15])).toHaveLength(1);
});
