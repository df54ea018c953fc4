import { expect, test, vi } from "vitest";
import * as Y from "yjs";
import { messagesIn } from "../../tests/wire.ts";
import { Broadcast } from "./broadcast.ts";
import type { Connection } from "./connection.ts";
import { readMessage } from "./messages.ts";

const [anna, bo, cecilie] = ["anna", "bo", "cecilie"].map((name) => ({ name }) as unknown as Connection);

/** Updates of so many documents, each with one number in it. */
const updatesOf = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, number) => {
    const doc = new Y.Doc();
    doc.getArray("numbers").push([number]);
    return Y.encodeStateAsUpdate(doc);
  });

async function told(broadcast: Broadcast, connection: Connection | undefined): Promise<Uint8Array[]> {
  if (connection === undefined) throw new Error("Nobody is told.");
  const wire = broadcast.for(connection);
  const messages = wire === null ? [] : await messagesIn(wire);
  return messages.map((message) => {
    const read = readMessage(message);
    return read?.type === "update" ? read.update : new Uint8Array();
  });
}

const broadcastOf = (updates: ConstructorParameters<typeof Broadcast>[0]) => new Broadcast(updates, () => undefined);

test("nobody is sent what they wrote themselves", async () => {
  const [first = new Uint8Array(), second = new Uint8Array()] = updatesOf(2);
  const broadcast = broadcastOf([
    { bytes: first, connection: anna ?? null },
    { bytes: second, connection: bo ?? null },
  ]);
  expect(await told(broadcast, anna)).toEqual([second]);
  expect(await told(broadcast, bo)).toEqual([first]);
  expect(await told(broadcast, cecilie)).toEqual([first, second]);
  expect(await told(broadcastOf([{ bytes: first, connection: anna ?? null }]), anna)).toEqual([]);
});

test("what many wrote in one turn comes as one message with all of it", async () => {
  const onMerged = vi.fn();
  const broadcast = new Broadcast(
    updatesOf(6).map((bytes) => ({ bytes, connection: anna ?? null })),
    onMerged,
  );
  const messages = await told(broadcast, cecilie);
  expect(onMerged).toHaveBeenCalledWith(6);
  expect(messages).toHaveLength(1);
  const doc = new Y.Doc();
  for (const update of messages) Y.applyUpdate(doc, update);
  expect([...doc.getArray("numbers")].sort()).toEqual([0, 1, 2, 3, 4, 5]);
});
