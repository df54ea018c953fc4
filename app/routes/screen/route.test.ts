import { expect, test, vi } from "vitest";
import { workshopRun } from "#db/schema/live.ts";
import { person } from "#db/schema/person.ts";
import { NOW } from "../../../tests/factories.ts";
import { aLiveWorkshop } from "../../../tests/live-world.ts";
import { asking, servicesFor } from "../../../tests/services.ts";
import { loader } from "./route.tsx";

async function look(db: ReturnType<typeof aLiveWorkshop>, personId: string | null, code: string) {
  const services = await servicesFor(db, personId);
  const guessCode = vi.fn((read: () => Promise<unknown>) => read());
  const signIn = { guessCode, signInAs: async () => new Headers() } as unknown as typeof services.signIn;
  const { data } = await loader(asking({ ...services, signIn }, `/screen/${code}`, { params: { code } }));
  return { page: data.page, guessed: guessCode.mock.calls.length };
}

test("a code that is looked for is counted as a guess, as it is where people join", async () => {
  const db = aLiveWorkshop([]);
  expect(await look(db, null, "QQQQQQQQ")).toEqual({ page: null, guessed: 1 });
  expect((await look(db, null, "AAAACCCC")).page?.workshopId).toBe("w");
});

test("the code of a closed workshop makes no projector of a stranger's browser; the facilitator still sees it", async () => {
  const db = aLiveWorkshop([]);
  db.update(workshopRun).set({ closedAt: NOW }).run();
  const before = db.$count(person);
  expect((await look(db, null, "AAAACCCC")).page).toBeNull();
  expect(await db.$count(person)).toBe(await before);
  expect((await look(db, "facilitator", "AAAACCCC")).page?.workshopId).toBe("w");
});
