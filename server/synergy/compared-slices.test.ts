import { expect, test } from "vitest";
import { comparedSlices } from "./compared-slices.ts";
import type { Slice } from "./protocol.ts";
import type { EngineThread } from "./thread.ts";

/** A thread that has so many slices, and notes when it is asked and when somebody has stored one. */
function aThread(slices: number, happened: string[]): Pick<EngineThread, "perform"> {
  let asked = 0;
  const perform = async (): Promise<Slice> => {
    asked += 1;
    happened.push(`asked ${asked}`);
    return { found: [], gone: [], compared: asked, isDone: asked === slices };
  };
  return { perform: perform as EngineThread["perform"] };
}

async function storedOf(slices: number, isEnough: (stored: number) => boolean): Promise<string[]> {
  const happened: string[] = [];
  let stored = 0;
  for await (const { compared } of comparedSlices(aThread(slices, happened), () => isEnough(stored))) {
    stored += 1;
    happened.push(`stored ${compared}`);
  }
  return happened;
}

test("the thread compares the next slice while one is stored", async () => {
  expect(await storedOf(3, () => false)).toEqual(["asked 1", "asked 2", "stored 1", "asked 3", "stored 2", "stored 3"]);
});

test("a slice that was asked for is stored even when the check is stopped meanwhile", async () => {
  expect(await storedOf(9, (stored) => stored === 1)).toEqual(["asked 1", "asked 2", "stored 1", "stored 2"]);
});

test("a check that is stopped before it begins compares nothing", async () => {
  expect(await storedOf(9, () => true)).toEqual([]);
});

test("whoever asks for the next slice hears that the thread has ended", async () => {
  const first: Slice = { found: [], gone: [], compared: 1, isDone: false };
  const answers = [Promise.resolve(first), Promise.reject(new Error("It ended."))];
  const slices = comparedSlices({ perform: (() => answers.shift()) as EngineThread["perform"] }, () => false);
  expect((await slices.next()).value).toEqual(first);
  // While the slice is stored nobody waits for the next one yet.
  await new Promise((resolve) => setImmediate(resolve));
  await expect(slices.next()).rejects.toThrow("It ended.");
});
