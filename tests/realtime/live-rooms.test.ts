import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { participant, workshopRun } from "#db/schema/live.ts";
import { roleAssignment } from "#db/schema/organisation.ts";
import { readLiveView } from "#domain/board-doc/live.ts";
import { publishedName } from "#domain/board-doc/wire.ts";
import { connect, open, startServer, type TestClient, type TestServer } from "../realtime.ts";
import { WORKSHOP } from "../test-world.ts";
import { until } from "../until.ts";

const roomOf = (topic: "live" | "screen", id = WORKSHOP) => ({ room: publishedName({ topic, id }) });
const stageIn = ({ doc }: TestClient) => readLiveView(doc)?.stage.now;

async function anOpenWorkshop(): Promise<TestServer> {
  const server = await startServer();
  server.db.insert(workshopRun).values({ workshopId: WORKSHOP, joinCode: "AAAACCCC", openedAt: 1 }).run();
  return server;
}

/** Changes the run as an action would, and says so. */
function change({ db, rooms }: TestServer, values: Partial<typeof workshopRun.$inferInsert>): void {
  db.update(workshopRun).set(values).where(eq(workshopRun.workshopId, WORKSHOP)).run();
  rooms.liveChanged(WORKSHOP);
}

test("everybody who takes part is told where the workshop stands, at once and when it changes", async () => {
  const server = await anOpenWorkshop();
  const [hr, screen] = [await connect(server, "hr", roomOf("live")), await connect(server, "hr", roomOf("screen"))];
  expect(stageIn(hr)).toMatchObject({ state: "lobby", joinCode: "AAAACCCC" });
  change(server, { startedAt: 2 });
  for (const client of [hr, screen]) await until(() => stageIn(client)?.state === "running");
});

test("a frozen projector keeps what it showed, also for one that is opened meanwhile, and still goes black", async () => {
  const server = await anOpenWorkshop();
  const hr = await connect(server, "hr", roomOf("live"));
  // As a version that knew no ballots would have stored it.
  const { ballots: _ballots, voters: _voters, ...shown } = readLiveView(hr.doc) ?? expect.fail("nothing is shown");
  change(server, { frozenScreen: JSON.stringify(shown) });
  change(server, { startedAt: 2 });
  await until(() => stageIn(hr)?.state === "running");
  const screen = await connect(server, "hr", roomOf("screen"));
  expect(stageIn(screen)).toMatchObject({ state: "lobby", isBlack: false });
  change(server, { isBlack: true });
  await until(() => stageIn(screen)?.isBlack === true);
  expect(stageIn(screen)).toMatchObject({ state: "lobby" });
});

test("who takes no part is not let in, and who loses the place is closed out", async () => {
  const server = await anOpenWorkshop();
  const stranger = open(server, "stranger", roomOf("live"));
  const hr = await connect(server, "hr", roomOf("live"));
  expect(readLiveView(stranger.doc)).toBeNull();
  expect(stranger.provider.wsconnected).toBe(false);
  server.db.update(roleAssignment).set({ endedAt: 3 }).where(eq(roleAssignment.personId, "hr")).run();
  server.rooms.accessChanged();
  await until(() => !hr.provider.wsconnected);
});

test("what hundreds change at once is read alone: the rest of the room stays as it was until it is named", async () => {
  const server = await anOpenWorkshop();
  const [hr, screen] = [await connect(server, "hr", roomOf("live")), await connect(server, "hr", roomOf("screen"))];
  const participants = ({ doc }: TestClient) => Object.keys(readLiveView(doc)?.participants ?? {});
  server.db.update(workshopRun).set({ startedAt: 2 }).run();
  server.db
    .insert(participant)
    .values({ id: "p", workshopId: WORKSHOP, personId: "hr", role: "hr", joinedAt: 2 })
    .run();
  server.rooms.liveChanged(WORKSHOP, "participants");
  for (const client of [hr, screen]) {
    await until(() => participants(client).includes("p"));
    expect(stageIn(client)).toMatchObject({ state: "lobby" });
  }
  server.rooms.liveChanged(WORKSHOP, "voters");
  server.rooms.liveChanged(WORKSHOP);
  for (const client of [hr, screen]) await until(() => stageIn(client)?.state === "running");
});
