/** What a socket says, to what the room does; who may only read is heard no further than that. */
import { CLOSE } from "#domain/board-doc/wire.ts";
import type { Connection } from "./connection.ts";
import { type Limits, MAX_STATE_VECTOR_BYTES } from "./limits.ts";
import { isStateVector, type Message, readMessage } from "./messages.ts";
import type { Room } from "./room.ts";

/** Sending a document again costs the server more than an edit does; an echo of others' presence next to nothing. */
const COST = { step1: 10, edit: 1, presence: 1, echo: 0.02 } as const;

export interface Reception {
  readonly room: Room;
  readonly connection: Connection;
  readonly limits: Limits;
  readonly now: () => number;
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
function handle({ room, connection, limits, now }: Reception, message: Message, bytes: number): boolean {
  const affords = (messages: number) => limits.spend(connection.personId, { messages, bytes }, now());
  switch (message.type) {
    case "step1":
      if (!affords(COST.step1)) return false;
      if (message.stateVector.length > MAX_STATE_VECTOR_BYTES || !isStateVector(message.stateVector)) {
        connection.close(CLOSE.invalidContent);
      } else room.request(connection, message.stateVector);
      return true;
    case "step2":
    case "update":
      if (!affords(COST.edit)) return false;
      if (connection.role === "write") room.receive(connection, message.update, message.type);
      return true;
    case "presence":
      return affords(room.presence.receive(connection, message.update) ? COST.presence : COST.echo);
    case "query-presence": {
      const frame = room.presence.frame();
      if (frame !== null) connection.send(frame);
      return affords(COST.edit);
    }
  }
}
