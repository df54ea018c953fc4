/** What a socket says, to what the room does; who may only read is heard no further than that. */
import { type AnyRoomName, CLOSE } from "#domain/board-doc/wire.ts";
import { bringsNothing } from "./board-at-rest.ts";
import type { Connection } from "./connection.ts";
import { type Limits, MAX_STATE_VECTOR_BYTES } from "./limits.ts";
import { isStateVector, type Message, readMessage } from "./messages.ts";
import type { Room } from "./room.ts";
import type { RoomMetrics } from "./room-metrics.ts";

/** Sending a document again costs the server more than an edit does; an echo of others' presence next to nothing. */
const COST = { step1: 10, edit: 1, presence: 1, echo: 0.02 } as const;

export interface Reception {
  readonly name: AnyRoomName;
  readonly room: Pick<Room, "request" | "receive" | "audience">;
  readonly connection: Connection;
  readonly limits: Limits;
  readonly now: () => number;
  readonly metrics: RoomMetrics;
}

/** Handles one frame; `null` stands for one that is not binary. */
export function receiveFrame(reception: Reception, frame: Uint8Array | null): void {
  const { connection } = reception;
  if (!connection.isOpen) return;
  connection.heard();
  const message = frame === null ? null : readMessage(frame);
  if (frame === null || message === null) connection.close(CLOSE.malformed);
  else if (!handle(reception, message, frame.length)) connection.close(CLOSE.tooFast);
}

/** False when the account sends more than it may. */
function handle(reception: Reception, message: Message, bytes: number): boolean {
  const { room, connection, limits, now } = reception;
  const affords = (messages: number) => limits.spend(connection.personId, { messages, bytes }, now());
  switch (message.type) {
    case "step1":
      return affords(COST.step1) && answer(reception, message.stateVector);
    case "step2":
    case "update":
      return affords(COST.edit) && takeIn(reception, message);
    case "presence":
      return affords(room.audience.presence.receive(connection, message.update) ? COST.presence : COST.echo);
    case "query-presence":
      return affords(COST.edit) && tellPresence(reception);
  }
}

function answer({ room, connection, limits, now }: Reception, stateVector: Uint8Array): boolean {
  if (!limits.ask(connection, now())) return false;
  const isVector = stateVector.length <= MAX_STATE_VECTOR_BYTES && isStateVector(stateVector);
  if (isVector) room.request(connection, stateVector);
  else connection.close(CLOSE.invalidContent);
  return true;
}

function takeIn(
  { room, connection, metrics }: Reception,
  { type, update }: Extract<Message, { type: "step2" | "update" }>,
): true {
  if (connection.role === "write") room.receive(connection, { update, kind: type });
  else if (!bringsNothing(update)) metrics.readerWrote();
  return true;
}

function tellPresence({ room, connection }: Reception): true {
  const frame = room.audience.presence.frame();
  if (frame !== null) connection.send(frame);
  return true;
}
