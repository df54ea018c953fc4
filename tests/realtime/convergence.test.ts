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

type Deed = "step" | "make" | "undo" | "lose" | "return" | "delete" | "settle";
const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 12, arbitrary: fc.constant("step") },
  { weight: 6, arbitrary: fc.constant("make") },
  { weight: 3, arbitrary: fc.constant("undo") },
  { weight: 2, arbitrary: fc.constant("lose") },
  { weight: 3, arbitrary: fc.constant("return") },
  { weight: 2, arbitrary: fc.constant("delete") },
  { weight: 1, arbitrary: fc.constant("settle") },
) as fc.Arbitrary<Deed>;

async function perform(browser: Browser, deed: Deed, { step, id }: { step: Step; id: string }): Promise<void> {
  switch (deed) {
    case "step":
      step(browser.client.doc);
      return;
    case "make":
      browser.make(id);
      return;
    case "undo":
      browser.undoLast();
      return;
    case "lose":
      browser.loseNetwork();
      return;
    case "return":
      // What comes after this is typed while the browser connects.
      if (browser.isOffline) browser.comeBack();
      return;
    case "delete":
      browser.deleteOffline();
      return;
    case "settle":
      if (!browser.isOffline) await saved(browser.client);
  }
}

test.each(Array.from({ length: SEEDS }, (_, seed) => seed + 1))(
  "seed %i: everybody ends with the same board, and what was acknowledged is in it",
  { timeout: 60_000 + (SECONDS ?? 0) * 2_000 },
  async (seed) => {
    const server = await startServer({ unloadAfterMs: 50 });
    const browsers = Array.from({ length: BROWSERS }, (_, number) => new Browser(server, number));
    for (const id of CARDS) addInitiative((browsers[0] as Browser).client.doc, { id, title: id, status: "idea" });
    const endsAt = SECONDS === null ? null : Date.now() + SECONDS * 1000;
    const attempted = new Set(CARDS);
    const drawn = fc.tuple(fc.nat(BROWSERS - 1), anyDeed, anyEdit);
    for (let round = 0; round === 0 || (endsAt !== null && Date.now() < endsAt); round++) {
      for (const [index, [who, deed, step]] of fc
        .sample(drawn, { seed: seed * 1000 + round, numRuns: STEPS })
        .entries()) {
        const browser = browsers[who] as Browser;
        const id = `made-${round}-${index}`;
        attempted.add(id);
        await perform(browser, deed, { step, id });
        await turn();
      }
    }
    for (const browser of browsers) if (browser.isOffline) browser.comeBack();
    for (const { client } of browsers) await saved(client);
    const boards = () => browsers.map(({ client }) => readBoard(client.doc));
    await until(() => new Set(boards().map((board) => JSON.stringify(board))).size === 1, 20_000);
    const [board] = boards();
    const final = new Set(board?.initiatives.map((initiative) => initiative.id));
    for (const { made } of browsers) for (const id of made) expect(final, `${id} was acknowledged`).toContain(id);
    for (const id of final) expect(attempted, `nobody wrote ${id}`).toContain(id);
    await server.rooms.settle();
    expect(await server.rooms.snapshot(BOARD)).toEqual(board);
    for (const { client } of browsers) client.leave();
    await server.stop();
    const again = await startServer({ db: server.db });
    expect(readBoard((await connect(again, "hr")).doc)).toEqual(board);
  },
);
