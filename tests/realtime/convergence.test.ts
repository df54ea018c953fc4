/**
 * Five browsers do by chance what people do: write, undo, lose the network, delete what they wrote without it, and type
 * while they come back. In the end all of them, the server, and the server started again hold the same board; whatever was
 * acknowledged is in it, and nothing that nobody wrote.
 *
 * `FUZZ_SEEDS=20 FUZZ_SECONDS=60` is the long run before a release.
 */
import { setImmediate as turn } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import type * as Y from "yjs";
import { addInitiative } from "#domain/board-doc/commands.ts";
import { trackOwnSteps, undoOwnStep } from "#domain/board-doc/own-undo.ts";
import { initiativesOf } from "#domain/board-doc/schema.ts";
import { readBoard } from "#domain/board-doc/snapshot.ts";
import { BOARD_INITIATIVE_LIMIT, type BoardSnapshot } from "#domain/initiative.ts";
import { anyEdit, type Step } from "../board-steps.ts";
import { connect, open, saved, startServer, type TestClient, type TestServer } from "../realtime.ts";
import { BOARD } from "../test-world.ts";
import { until } from "../until.ts";

const SEEDS = Number(process.env["FUZZ_SEEDS"] ?? 3);
/** Without it a run has so many steps. */
const SECONDS = process.env["FUZZ_SECONDS"] === undefined ? null : Number(process.env["FUZZ_SECONDS"]);
const STEPS = 400;
const BROWSERS = 5;
const NOW = 5;
const CARDS = ["a", "b", "c", "d"];

class Browser {
  readonly client: TestClient;
  readonly undo: Y.UndoManager;
  isOffline = false;
  /** Initiatives that this browser made and never took back: what must be there once it is acknowledged. */
  readonly made = new Set<string>();
  /** Made without network, and so known to nobody else. */
  #offline: string[] = [];

  constructor(server: TestServer, number: number) {
    this.client = open(server, number % 2 === 0 ? "hr" : "care");
    this.undo = trackOwnSteps(this.client.doc, 0);
  }

  make(id: string): void {
    // A full board takes no more, which is right and no part of this.
    if (initiativesOf(this.client.doc).size > BOARD_INITIATIVE_LIMIT / 4) return;
    addInitiative(this.client.doc, { id, title: id, status: "idea" });
    this.made.add(id);
    if (this.isOffline) this.#offline.push(id);
  }

  /** Takes the last step back, which may be one that made something. */
  undoLast(): void {
    undoOwnStep(this.client.doc, this.undo, NOW);
    for (const id of this.made) if (!initiativesOf(this.client.doc).has(id)) this.made.delete(id);
  }

  /** Yjs sends the deletion of something that the server has never seen. */
  deleteOffline(): void {
    const id = this.#offline.pop();
    if (id === undefined) return;
    this.made.delete(id);
    initiativesOf(this.client.doc).delete(id);
  }

  loseNetwork(): void {
    this.isOffline = true;
    this.client.provider.disconnect();
  }

  comeBack(): void {
    this.isOffline = false;
    this.#offline = [];
    this.client.provider.connect();
  }
}

type Deed = (browser: Browser, chance: { readonly step: Step; readonly id: string }) => unknown;

const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  often(12, ({ client }, { step }) => step(client.doc)),
  often(6, (browser, { id }) => browser.make(id)),
  often(3, (browser) => browser.undoLast()),
  often(2, (browser) => browser.loseNetwork()),
  // What comes after this is typed while the browser connects.
  often(3, (browser) => browser.isOffline && browser.comeBack()),
  often(2, (browser) => browser.deleteOffline()),
  often(1, ({ isOffline, client }) => isOffline || saved(client)),
);

function often(weight: number, deed: Deed): fc.WeightedArbitrary<Deed> {
  return { weight, arbitrary: fc.constant(deed) };
}

/** @returns the ids of everything that anybody tried to make */
async function wander(browsers: readonly Browser[], seed: number): Promise<ReadonlySet<string>> {
  const attempted = new Set(CARDS);
  const drawn = fc.tuple(fc.constantFrom(...browsers), anyDeed, anyEdit);
  const endsAt = SECONDS === null ? 0 : Date.now() + SECONDS * 1000;
  let round = 0;
  do {
    const history = fc.sample(drawn, { seed: seed * 1000 + round, numRuns: STEPS });
    for (const [index, [browser, deed, step]] of history.entries()) {
      const id = `made-${round}-${index}`;
      attempted.add(id);
      await deed(browser, { step, id });
      await turn();
    }
    round++;
  } while (Date.now() < endsAt);
  return attempted;
}

/** All are back, and hold the same. */
async function meet(browsers: readonly Browser[]): Promise<BoardSnapshot> {
  for (const browser of browsers) if (browser.isOffline) browser.comeBack();
  for (const { client } of browsers) await saved(client);
  const boards = () => browsers.map(({ client }) => JSON.stringify(readBoard(client.doc)));
  await until(() => new Set(boards()).size === 1, 20_000);
  return readBoard((browsers[0] as Browser).client.doc);
}

test.each(Array.from({ length: SEEDS }, (_, seed) => seed + 1))(
  "seed %i: everybody ends with the same board, and what was acknowledged is in it",
  { timeout: 60_000 + (SECONDS ?? 0) * 2_000 },
  async (seed) => {
    const server = await startServer({ unloadAfterMs: 50 });
    const browsers = Array.from({ length: BROWSERS }, (_, number) => new Browser(server, number));
    for (const id of CARDS) addInitiative((browsers[0] as Browser).client.doc, { id, title: id, status: "idea" });
    const attempted = await wander(browsers, seed);
    const board = await meet(browsers);
    const final = board.initiatives.map(({ id }) => id);
    expect(final).toEqual(expect.arrayContaining(browsers.flatMap(({ made }) => [...made])));
    expect([...attempted]).toEqual(expect.arrayContaining(final));
    await server.rooms.settle();
    expect(await server.rooms.snapshot(BOARD)).toEqual(board);
    for (const { client } of browsers) client.leave();
    await server.stop();
    const again = await startServer({ db: server.db });
    expect(readBoard((await connect(again, "hr")).doc)).toEqual(board);
  },
);
