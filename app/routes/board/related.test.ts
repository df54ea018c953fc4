/** What a card shows of its findings, in the badge, in the stored list and in the live one. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Services } from "#app/http/load-context.server.ts";
import type { Database } from "#db/client.ts";
import { recordAnswer } from "#db/queries/finding-answers.ts";
import { finding } from "#db/schema/finding.ts";
import type { Answer } from "#domain/finding.ts";
import type { SynergyMatch } from "#domain/synergy/types.ts";
import { addFinding, addInitiative, addPerson, aWorkshopOf, NOW } from "../../../tests/factories.ts";
import { asking, servicesFor } from "../../../tests/services.ts";
import { loader as activity } from "./activity.ts";
import { action as similar } from "./similar.ts";

const OTHERS = Array.from({ length: 8 }, (_, index) => `other${index}`);

/** Holbæk's card, and eight of Billund's that the check finds like it. */
function aCardWithMany(): Database {
  const db = aWorkshopOf("holbaek", "billund");
  addInitiative(db, { boardId: "holbaek", id: "card", title: "Faste teams" });
  for (const id of OTHERS) {
    addInitiative(db, { boardId: "billund", id, title: id });
    addFinding(db, { id: `with-${id}`, a: ["billund", id], b: ["holbaek", "card"] });
  }
  addPerson(db, { id: "hr", roles: [{ role: "editor", organisationId: "0316" }] });
  return db;
}

const match = (initiativeId: string): SynergyMatch => ({
  boardId: "billund",
  initiativeId,
  municipality: "0530",
  title: initiativeId,
  status: "idea",
  kind: "overlap",
  strength: "strong",
  reasons: [],
});

async function shown(db: Database, { all = false } = {}) {
  const services: Services = await servicesFor(db, "hr");
  const check = {
    ...services.synergy,
    similar: async (_: unknown, { limit }: { limit: number }) => OTHERS.map(match).slice(0, limit),
  };
  const params = { boardId: "holbaek" };
  const tags = {};
  const draft = {
    initiativeId: "card",
    title: "Faste teams",
    description: "",
    status: "idea",
    startYear: null,
    tags,
    actorIds: [],
    all,
  };
  const asked = asking({ ...services, synergy: check }, "/boards/holbaek/similar", { params });
  const request = new Request(asked.request.url, { method: "POST", body: JSON.stringify(draft) });
  const live = await (await similar({ ...asked, request })).json();
  const facts = await (await activity(asking(services, "/boards/holbaek/activity?card=card", { params }))).json();
  return {
    badge: facts.badges.card?.overlap ?? 0,
    stored: facts.card.related.map(({ initiativeId }: SynergyMatch) => initiativeId),
    live: live.related.map(({ initiativeId }: SynergyMatch) => initiativeId),
    hasMore: live.hasMore,
  };
}

const answer = (db: Database, other: string, given: Answer) => {
  const about = { findingId: `with-${other}`, organisationId: "0316", personId: "hr", aHash: "a1", bHash: "b1" };
  return recordAnswer(db, { ...about, id: `answer-${other}`, answer: given, reason: "Nej", now: NOW });
};
const change = (db: Database, other: string) =>
  db
    .update(finding)
    .set({ aHash: "a2" })
    .where(eq(finding.id, `with-${other}`))
    .run();

test("the live list shows the five strongest and says that there are more, and all of them when asked", async () => {
  const db = aCardWithMany();
  expect(await shown(db)).toMatchObject({ badge: 8, live: OTHERS.slice(0, 5), hasMore: true });
  const all = await shown(db, { all: true });
  expect(all.live).toHaveLength(all.badge);
  expect(all.hasMore).toBe(false);
});

test("a dismissed pair stands in no list and no badge, and the next ones move up", async () => {
  const db = aCardWithMany();
  await answer(db, "other1", "unrelated");
  await answer(db, "other2", "unrelated");
  const { badge, stored, live, hasMore } = await shown(db);
  expect(badge).toBe(6);
  expect(stored).toHaveLength(6);
  expect(live).toEqual(["other0", "other3", "other4", "other5", "other6"]);
  expect(hasMore).toBe(true);
});

test("when a text has changed since, the pair comes back everywhere", async () => {
  const db = aCardWithMany();
  await answer(db, "other0", "unrelated");
  change(db, "other0");
  const { badge, stored, live } = await shown(db);
  expect(badge).toBe(8);
  expect(stored).toContain("other0");
  expect(live[0]).toBe("other0");
});
