/** A person's end of a room's socket, as thin as it can be, so that what is measured is the server. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import * as syncProtocol from "y-protocols/sync";
import * as Y from "yjs";
import { decodeDurable, MESSAGE, SYNC } from "#domain/board-doc/wire.ts";

export interface Door {
  /** `ws://…/collab/<room>` */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface ParticipantOptions {
  /** What the document begins with, for a server that keeps none. */
  readonly base?: Uint8Array;
  /** False reads frames without applying them, for a crowd that must not slow the machine. */
  readonly keepsDocument?: boolean;
  /** A frame that changes the document, as a Yjs update. */
  onUpdate?(update: Uint8Array): void;
}

export class Participant {
  readonly doc = new Y.Doc();
  /** How many of the frames that this participant sent are on the server's disk. */
  durable = 0;
  sent = 0;
  readonly #socket: WebSocket;
  readonly #options: ParticipantOptions;
  /** What has come before the step 2 that says that this is all. */
  #coming: Uint8Array[] | null = [];
  #receive: (document: readonly Uint8Array[]) => void = () => undefined;
  readonly opened: Promise<unknown>;
  /** Resolves with all that this participant lacked at first, in the pieces that it came in: the whole document. */
  readonly received: Promise<readonly Uint8Array[]>;

  constructor(door: Door, options: ParticipantOptions = {}) {
    this.#options = options;
    if (options.base !== undefined) Y.applyUpdate(this.doc, options.base, this);
    this.#socket = new WebSocket(`${door.url}?ack=1`, { headers: door.headers });
    this.#socket.binaryType = "arraybuffer";
    this.opened = new Promise((resolve) => this.#socket.once("open", resolve));
    this.received = new Promise((resolve, reject) => {
      this.#receive = resolve;
      this.#socket.once("error", reject);
      this.#socket.once("close", (code) => reject(new Error(`The room closed with ${code}.`)));
    });
    this.#socket.on("open", () => this.#send((encoder) => syncProtocol.writeSyncStep1(encoder, this.doc)));
    this.#socket.on("message", (data: ArrayBuffer) => this.#read(new Uint8Array(data)));
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === this) return;
      this.sent++;
      this.#send((encoder) => syncProtocol.writeUpdate(encoder, update));
    });
  }

  close(): void {
    this.#socket.terminate();
    this.doc.destroy();
  }

  #send(write: (encoder: encoding.Encoder) => void): void {
    this.#socket.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.sync);
        write(encoder);
      }),
    );
  }

  #read(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.durable) this.durable = decodeDurable(decoder).count;
    if (type === MESSAGE.sync) this.#readSync(decoder);
  }

  #readSync(decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (kind === SYNC.step1) {
      this.#answer(bytes);
      return;
    }
    if (this.#options.keepsDocument !== false) Y.applyUpdate(this.doc, bytes, this);
    this.#options.onUpdate?.(bytes);
    this.#coming?.push(bytes);
    if (kind !== SYNC.step2) return;
    this.#receive(this.#coming ?? []);
    this.#coming = null;
  }

  #answer(stateVector: Uint8Array): void {
    this.sent++;
    this.#send((encoder) => syncProtocol.writeSyncStep2(encoder, this.doc, stateVector));
  }
}
