/** The words of the tests of findings: two kommuner, and the check that follows what they write. */
import { afterEach, expect } from "vitest";
import type { Database } from "#db/client.ts";
import { listBoards } from "#db/queries/boards.ts";
import { listFindings } from "#db/queries/findings.ts";
import type { SynergyService } from "#server/synergy/service.ts";
import { createSynergy } from "#server/synergy/synergy.ts";
import { addInitiative, aWorkshopOf, type InitiativeFixture, NOW } from "./factories.ts";

export const LEISURE_JOB = {
  title: "Fritidsjob på plejehjem",
  descriptionText: "15-17-årige ansættes nogle timer om ugen.",
};
export const POCKET_MONEY = {
  title: "Lommepengejob for unge",
  descriptionText: "Unge fra 9. klasse hjælper på plejecentret.",
};

const running = new Set<SynergyService>();
afterEach(async () => {
  for (const synergy of running) await synergy.stop();
  running.clear();
});

export interface World {
  readonly db: Database;
  readonly synergy: SynergyService;
  readonly told: string[][];
  /** What the check has written in its log. */
  readonly done: string[];
}

/** Holbæk and Billund in one workshop, with an initiative `one` on each board that a fixture names. */
export function twoKommuner(...fixtures: readonly Omit<InitiativeFixture, "id">[]): Database {
  const db = aWorkshopOf("holbaek", "billund");
  for (const fixture of fixtures) addInitiative(db, { id: "one", ...fixture });
  return db;
}

/** Starts the check, and waits for nothing. Stopped when the test ends. */
export function startFindings(db: Database): World {
  const told: string[][] = [];
  const done: string[] = [];
  let id = 0;
  const synergy = createSynergy({
    db,
    log: {
      error: (...problem: unknown[]) => expect(problem).toEqual([]),
      info: (_: unknown, message?: string) => done.push(message ?? ""),
    },
    now: () => NOW,
    newId: () => `f${++id}`,
    onFindings: (boards) => told.push([...boards].sort()),
  });
  running.add(synergy);
  return { db, synergy, told, done };
}

/** Starts the check, and waits until it has checked everything. */
export async function keepFindings(db: Database): Promise<World> {
  const world = startFindings(db);
  await world.synergy.settled();
  return world;
}

export const findings = async (db: Database) => listFindings(db, await listBoards(db));
