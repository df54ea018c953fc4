import { expect, test } from "vitest";
import * as Y from "yjs";
import { writeComment } from "#db/queries/comments.ts";
import { markRead } from "#db/queries/inbox.ts";
import { endSessions } from "#db/queries/sessions.ts";
import { readInbox, writeInbox } from "#domain/board-doc/inbox.ts";
import { CLOSE, publishedName } from "#domain/board-doc/wire.ts";
import { connect, open, startServer, type TestClient, type TestServer } from "../realtime.ts";
import { BOARD, type PersonName } from "../test-world.ts";
import { until } from "../until.ts";

const inboxOf = (id: PersonName) => ({ room: publishedName({ topic: "inbox", id }) });
const unreadIn = ({ doc }: TestClient) => readInbox(doc)?.unread;

let written = 0;
/** A colleague calls HR in a comment. */
async function callHr({ db, rooms }: TestServer): Promise<void> {
  const id = `comment-${written++}`;
  const begins = { boardId: BOARD, initiativeId: "a" };
  const notices = new Map([["hr", "mention"] as const]);
  await writeComment(db, { id, threadId: `t-${id}`, begins, personId: "care", at: written, text: "@hr", notices });
  rooms.inboxChanged(["hr"]);
}

test("a person's own room says how much is unread, at once and when it changes", async () => {
  const server = await startServer();
  await callHr(server);
  const [one, two] = [await connect(server, "hr", inboxOf("hr")), await connect(server, "hr", inboxOf("hr"))];
  expect(unreadIn(one)).toBe(1);
  await callHr(server);
  for (const client of [one, two]) await until(() => unreadIn(client) === 2);
  await markRead(server.db, { personId: "hr", noticeId: null, at: 9 });
  server.rooms.inboxChanged(["hr"]);
  for (const client of [one, two]) await until(() => unreadIn(client) === 0);
});

test("nobody gets into another's room, and nobody but the server writes in it", async () => {
  const server = await startServer();
  const stranger = open(server, "care", inboxOf("hr"));
  const own = await connect(server, "hr", inboxOf("hr"));
  writeInbox(own.doc, { unread: 99 });
  await callHr(server);
  const other = await connect(server, "hr", inboxOf("hr"));
  await until(() => unreadIn(other) === 1);
  expect(stranger.provider.wsconnected).toBe(false);
  expect(readInbox(stranger.doc)).toBeNull();
});

test("what a page kept from an earlier life of the room gives way to what is so now", async () => {
  const server = await startServer();
  await callHr(server);
  const doc = new Y.Doc();
  const before = await connect(server, "hr", { ...inboxOf("hr"), doc });
  await callHr(server);
  await until(() => unreadIn(before) === 2);
  before.leave();
  await markRead(server.db, { personId: "hr", noticeId: null, at: 9 });
  await server.stop();
  const again = await startServer({ db: server.db });
  const after = await connect(again, "hr", { ...inboxOf("hr"), doc });
  await until(() => unreadIn(after) === 0);
});

test("signing out ends it, and what others may not read any more is not counted", async () => {
  const server = await startServer();
  await callHr(server);
  const client = await connect(server, "hr", inboxOf("hr"));
  server.db.run("update board set deleted_at = 1");
  server.rooms.boardGone(BOARD);
  await until(() => unreadIn(client) === 0);
  await endSessions(server.db, "hr");
  server.rooms.accessChanged();
  await until(() => client.closedWith() === CLOSE.sessionEnded);
});
