/** What both ends of a room's socket know: addresses, message types and close codes. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

export const COLLAB_PATH = "/collab";

/** A room name dies with its generation, so that a deleted or restored board never comes back under an old one. */
export interface RoomName {
  readonly boardId: string;
  readonly generation: number;
}

const ROOM = /^([A-Za-z0-9_-]{1,64})\.([1-9]\d{0,8})$/;

export const roomName = ({ boardId, generation }: RoomName): string => `${boardId}.${generation}`;

export function parseRoomName(name: string): RoomName | null {
  const match = ROOM.exec(name);
  return match?.[1] === undefined ? null : { boardId: match[1], generation: Number(match[2]) };
}

/** What a room is about that the server alone writes and that people only read. */
const TOPICS = ["inbox", "live", "screen"] as const;
export interface PublishedName {
  /** A person's inbox; a live workshop as those see it who take part; the same as the projector shows it. */
  readonly topic: (typeof TOPICS)[number];
  /** The person, or the workshop. */
  readonly id: string;
}
export type AnyRoomName = RoomName | PublishedName;

const PUBLISHED = /^([a-z]+)~([A-Za-z0-9_-]{1,64})$/;

export const publishedName = ({ topic, id }: PublishedName): string => `${topic}~${id}`;

export function parsePublishedName(name: string): PublishedName | null {
  const [, named, id] = PUBLISHED.exec(name) ?? [];
  const topic = TOPICS.find((each) => each === named);
  return topic === undefined || id === undefined ? null : { topic, id };
}

export const isPublished = (room: AnyRoomName): room is PublishedName => "topic" in room;

/** Outer types of the y-websocket protocol, and ours above 99; a socket asks for ours in its address. */
export const MESSAGE = { sync: 0, awareness: 1, queryAwareness: 3, durable: 100, notice: 101 } as const;
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/**
 * Why a socket was closed. 4400–4499 end the stock client's own retries; for the others it tries again by itself.
 */
export const CLOSE = {
  malformed: 1003,
  failed: 1011,
  restarting: 1012,
  tryLater: 1013,
  sessionEnded: 4401,
  accessWithdrawn: 4403,
  boardGone: 4404,
  roleChanged: 4409,
  tooLarge: 4413,
  invalidContent: 4422,
  /** What is stored of the board cannot be read; trying again does not help. */
  unreadable: 4424,
  tooFast: 4429,
} as const;
export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

/** What the server has on disk, told after each commit that held something from this socket (`?ack=1`). */
export interface DurableMessage {
  /** State vector of the stored document. */
  readonly stateVector: Uint8Array;
  /** How many of this socket's step-2 and update messages are stored or held nothing new. */
  readonly count: number;
}

export function encodeDurable({ stateVector, count }: DurableMessage): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.durable);
    encoding.writeVarUint8Array(encoder, stateVector);
    encoding.writeVarUint(encoder, count);
  });
}

/** Reads what follows the message type. */
export function decodeDurable(decoder: decoding.Decoder): DurableMessage {
  return { stateVector: decoding.readVarUint8Array(decoder), count: decoding.readVarUint(decoder) };
}

/**
 * `findings`: the check brought this board's findings up to date. `comments`: somebody wrote in a thread.
 * `saving-failed`: the last edits could not be stored.
 */
const NOTICES = ["findings", "comments", "saving-failed"] as const;
export type Notice = (typeof NOTICES)[number];

export function encodeNotice(notice: Notice): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.notice);
    encoding.writeVarString(encoder, notice);
  });
}

/** Reads what follows the message type; null for a notice of a newer server. */
export function decodeNotice(decoder: decoding.Decoder): Notice | null {
  const topic = decoding.readVarString(decoder);
  return NOTICES.find((notice) => notice === topic) ?? null;
}
