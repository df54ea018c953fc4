/** What one participant writes reaches no other before it is revealed: on the wire, not only on the screen. */
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { writeNote } from "#db/queries/live/notes.ts";
import { revealNotes } from "#db/queries/live/reveal.ts";
import { agendaItem, participant, workshopRun } from "#db/schema/live.ts";
import { readLiveView } from "#domain/board-doc/live.ts";
import { COLLAB_PATH, publishedName } from "#domain/board-doc/wire.ts";
import { connect, startServer, type TestServer } from "../realtime.ts";
import { sessionOf, WORKSHOP } from "../test-world.ts";
import { until } from "../until.ts";

const TEXT = "Fælles vikarpulje på tværs af Fjorden";
const ROOM = publishedName({ topic: "live", id: WORKSHOP });

/** Silent writing runs; `hr` and `varde` have joined. */
async function aWritingWorkshop(): Promise<TestServer> {
  const server = await startServer();
  const { db } = server;
  const item = { id: "writing", workshopId: WORKSHOP, position: 0, title: "Skriv", minutes: 10, startedAt: 1 };
  db.insert(agendaItem)
    .values({ ...item, kind: "silent-writing", anonymity: "named" })
    .run();
  db.insert(workshopRun)
    .values({ workshopId: WORKSHOP, joinCode: "AAAACCCC", openedAt: 1, startedAt: 1, itemId: "writing" })
    .run();
  for (const personId of ["hr", "varde"]) {
    db.insert(participant).values({ id: personId, workshopId: WORKSHOP, personId, role: "leader", joinedAt: 1 }).run();
  }
  return server;
}

/** Every byte that this person's socket is sent, on top of a client that is in step. */
async function listen({ port, origin }: TestServer, person: "hr" | "varde"): Promise<{ readonly heard: () => Buffer }> {
  const frames: Buffer[] = [];
  const socket = new WebSocket(`ws://127.0.0.1:${port}${COLLAB_PATH}/${ROOM}`, {
    headers: { cookie: `session=${sessionOf(person)}`, origin },
  });
  socket.on("message", (frame: Buffer) => frames.push(frame));
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  // Asks for everything that there is: a first step with an empty state vector.
  socket.send(Buffer.from([0, 0, 1, 0]));
  return { heard: () => Buffer.concat(frames) };
}

test("until the reveal no frame to B's socket holds a word of A's note; the count does, and after it the text", async () => {
  const server = await aWritingWorkshop();
  const { db, rooms } = server;
  const b = await listen(server, "varde");
  const screen = await connect(server, "varde", { room: ROOM });
  const author = { id: "hr", workshopId: WORKSHOP, organisationId: null, tableId: null };
  const written = { id: "n1", itemId: "writing", laneId: null, text: TEXT, secretHash: "h" };
  await writeNote(db, { author, written, at: 2, random: Math.random });
  rooms.liveChanged(WORKSHOP);
  await until(() => readLiveView(screen.doc)?.counts["writing"]?.hidden === 1);
  await until(() => b.heard().includes("counts"));
  for (const word of ["vikarpulje", "Fjorden"]) expect(b.heard().includes(word)).toBe(false);

  db.transaction((tx) => revealNotes(tx, { itemId: "writing", laneId: null, at: 3, random: Math.random }));
  rooms.liveChanged(WORKSHOP);
  await until(() => b.heard().includes("vikarpulje"));
  expect(readLiveView(screen.doc)?.notes["n1"]).toMatchObject({ text: TEXT });
});
