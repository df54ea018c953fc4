/** Following changes one by one ends where a check of everything from scratch ends. */
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { referenceRegistry } from "#domain/reference-registry.ts";
import { CANDIDATE_LIMIT } from "./candidates.ts";
import development from "./development/dev.json" with { type: "json" };
import { createEngine, type Engine } from "./engine.ts";
import { initiativeOfFile } from "./initiative-file.ts";
import { anInitiative } from "./initiative-fixture.ts";
import { type PairChanges, togetherOf } from "./pair-changes.ts";
import type { SynergyInitiative, SynergyPair } from "./types.ts";

// Each run fills an engine or two.
vi.setConfig({ testTimeout: 60_000 });
const RUNS = { numRuns: 10 };

const registry = referenceRegistry();
const ALL = development.initiatives.map(initiativeOfFile);
const newEngine = () => createEngine({ registry, chainAcrossMunicipalities: true });
const someOf = fc.shuffledSubarray(ALL, { minLength: 5, maxLength: 25 });
const nameOf = ({ a, b }: Pick<SynergyPair, "a" | "b">) => `${a} ${b}`;

/** What a listener that follows every change believes is shown. */
class Follower {
  readonly pairs = new Map<string, SynergyPair>();
  hear({ changed, gone }: PairChanges): void {
    for (const pair of changed) this.pairs.set(nameOf(pair), pair);
    for (const pair of gone) this.pairs.delete(pair.join(" "));
  }
}

/** Everything compared at once, as after a start. */
function compared(initiatives: readonly SynergyInitiative[]): { engine: Engine; follower: Follower } {
  const engine = newEngine();
  for (const initiative of initiatives) engine.add(initiative);
  const follower = new Follower();
  for (const slice of engine.compareAll()) follower.hear(slice);
  return { engine, follower };
}

const anEdit = fc.record({ at: fc.nat(), from: fc.nat(ALL.length - 1), remove: fc.boolean() });

/** An engine that follows edits, and what a check of everything from scratch says after them. */
class Edited {
  readonly #initiatives: Map<string, SynergyInitiative>;
  readonly #engine: Engine;
  readonly #follower: Follower;

  constructor(initiatives: readonly SynergyInitiative[], { engine, follower } = compared(initiatives)) {
    this.#initiatives = new Map(initiatives.map((initiative) => [initiative.key, initiative]));
    this.#engine = engine;
    this.#follower = follower;
  }

  edit({ at, from, remove }: { at: number; from: number; remove: boolean }): void {
    const keys = [...this.#initiatives.keys()];
    const key = keys[at % keys.length] ?? "";
    const initiative = { ...(ALL[from] ?? anInitiative()), key };
    this.#follower.hear(remove ? this.#engine.remove(key) : this.#engine.upsert(initiative));
    if (remove) this.#initiatives.delete(key);
    else this.#initiatives.set(key, initiative);
  }

  expectAsFromScratch(): void {
    expect(this.#follower.pairs).toEqual(compared([...this.#initiatives.values()]).follower.pairs);
  }
}

test("K2 following edits one by one ends where a check of everything ends", () => {
  fc.assert(
    fc.property(someOf, fc.array(anEdit, { maxLength: 12 }), (some, edits) => {
      const engine = newEngine();
      const follower = new Follower();
      for (const initiative of some) follower.hear(engine.upsert(initiative));
      expect(follower.pairs).toEqual(compared(some).follower.pairs);
      const edited = new Edited(some, { engine, follower });
      for (const edit of edits.slice(0, some.length - 1)) edited.edit(edit);
      edited.expectAsFromScratch();
    }),
    RUNS,
  );
});

test("K2 the same among so many alike that most of what is likely is not shown", () => {
  const many = ALL.flatMap((initiative) => [initiative, { ...initiative, key: `${initiative.key} once more` }]);
  fc.assert(
    fc.property(fc.array(anEdit, { minLength: 30, maxLength: 30 }), (edits) => {
      const edited = new Edited(many);
      for (const edit of edits) edited.edit(edit);
      edited.expectAsFromScratch();
    }),
    { numRuns: 4 },
  );
});

test("K2 resuming tells nothing and goes on from there", () => {
  fc.assert(
    fc.property(someOf, anEdit, (some, edit) => {
      const { follower } = compared(some);
      const resumed = newEngine();
      for (const initiative of some) resumed.add(initiative);
      for (const slice of resumed.resume()) expect(slice).toEqual({ changed: [], gone: [] });
      const edited = new Edited(some, { engine: resumed, follower });
      edited.edit({ ...edit, remove: false });
      edited.expectAsFromScratch();
    }),
    RUNS,
  );
});

test("K2 an edit keeps pairs of which only the other was a candidate", () => {
  const job = { title: "Fritidsjob på plejehjem", description: "Unge fra 9. klasse.", status: "running" } as const;
  // Far more than are compared with each: whom one is compared with is not who is compared with one.
  const crowd = Array.from({ length: 2 * CANDIDATE_LIMIT }, (_, index) =>
    anInitiative({ ...job, key: `other${index + 100}`, municipality: `kommune ${index}` }),
  );
  const { engine, follower } = compared(crowd);
  expect(follower.pairs.size).toBeGreaterThan(crowd.length);
  for (const one of crowd.slice(0, 40)) expect(engine.upsert(one)).toEqual({ changed: [], gone: [], reworded: null });
});

test("K2 an edit that changes nothing tells nothing", () => {
  const engine = newEngine();
  for (const initiative of ALL) engine.upsert(initiative);
  for (const initiative of ALL) expect(engine.upsert(initiative)).toEqual({ changed: [], gone: [], reworded: null });
});

test("several changes count as one, the last word on each pair deciding", () => {
  const engine = newEngine();
  const [a = anInitiative(), b = anInitiative()] = [
    anInitiative({ key: "a", title: "Internt vikarkorps" }),
    anInitiative({ key: "b", title: "Fast afløserkorps" }),
  ];
  const changes = [engine.upsert(a), engine.upsert(b), engine.remove("a")];
  expect(togetherOf(changes)).toEqual({ changed: [], gone: [["a", "b"]] });
});
