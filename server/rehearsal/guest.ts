/** A participant that a program plays: it joins by the code, follows the room and posts what a phone posts, over the same doors. */
import { request as askHttp } from "node:http";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import * as syncProtocol from "y-protocols/sync";
import * as Y from "yjs";
import { COLLAB_PATH, MESSAGE, publishedName } from "#domain/board-doc/wire.ts";
import type { ParticipantRole } from "#domain/live/participant.ts";
import type { Stage } from "#domain/live/view.ts";

/** Where the server listens, and the public address that it takes as its own. */
export interface Entrance {
  readonly host: string;
  readonly port: number;
  readonly origin: string;
}

export interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly cookies: readonly string[];
  readonly body: string;
}

/** A request as a page of the product makes it. */
export function ask(
  { host, port, origin }: Entrance,
  { path, cookie = "", form }: { path: string; cookie?: string; form?: Readonly<Record<string, string>> },
): Promise<Answer> {
  const body = form === undefined ? null : new URLSearchParams(form).toString();
  const posted = { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": body?.length ?? 0 };
  const headers = { Host: new URL(origin).host, Origin: origin, Cookie: cookie, ...(body !== null && posted) };
  return new Promise((resolve, reject) => {
    const asked = askHttp({ host, port, path, method: body === null ? "GET" : "POST", headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          location: answer.headers.location ?? null,
          cookies: (answer.headers["set-cookie"] ?? []).map((each) => each.split(";")[0] ?? ""),
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    asked.on("error", reject);
    asked.end(body ?? undefined);
  });
}

export interface GuestDetails {
  readonly code: string;
  readonly name: string;
  readonly organisationId: string;
  readonly role: ParticipantRole;
  readonly tableId: string;
}

type Watcher = () => void;
type Hearer = (frame: Uint8Array) => void;

export class Guest {
  readonly doc = new Y.Doc();
  readonly workshopId: string;
  readonly #entrance: Entrance;
  readonly #cookie: string;
  readonly #watchers = new Set<Watcher>();
  readonly #hearers = new Set<Hearer>();
  #socket: WebSocket | null = null;

  private constructor(entrance: Entrance, { cookie, workshopId }: { cookie: string; workshopId: string }) {
    this.#entrance = entrance;
    this.#cookie = cookie;
    this.workshopId = workshopId;
    this.doc.on("update", () => {
      for (const watcher of [...this.#watchers]) watcher();
    });
  }

  /** @throws when the door does not let it in */
  static async join(entrance: Entrance, { code, name, organisationId, role, tableId }: GuestDetails): Promise<Guest> {
    const form = { name, organisation: organisationId, role, table: tableId };
    const answer = await ask(entrance, { path: `/join/${code}`, form });
    const workshopId = /^\/live\/([^/?]+)/.exec(answer.location ?? "")?.[1];
    if (answer.status !== 303 || workshopId === undefined) throw new Error(`Joining answered ${answer.status}.`);
    return new Guest(entrance, { cookie: answer.cookies.join("; "), workshopId });
  }

  /** Somebody who is signed in already. */
  static signedIn(entrance: Entrance, { cookie, workshopId }: { cookie: string; workshopId: string }): Guest {
    return new Guest(entrance, { cookie, workshopId });
  }

  /**
   * Opens the workshop's room. Resolves when everything that stood in it is here.
   *
   * @param keepsDocument false for one of a crowd that must not slow the machine: it hears, and shows nothing
   */
  follow(keepsDocument = true): Promise<void> {
    const { host, port, origin } = this.#entrance;
    const address = `ws://${host}:${port}${COLLAB_PATH}/${publishedName({ topic: "live", id: this.workshopId })}`;
    const headers = { Host: new URL(origin).host, Cookie: this.#cookie };
    const socket = new WebSocket(address, { origin, headers });
    socket.binaryType = "arraybuffer";
    this.#socket = socket;
    socket.on("open", () => socket.send(syncFrame((encoder) => syncProtocol.writeSyncStep1(encoder, this.doc))));
    return new Promise((resolve, reject) => {
      socket.on("error", reject);
      socket.on("close", (code) => reject(new Error(`The room closed with ${code}.`)));
      socket.on("message", (data: ArrayBuffer) => {
        if (this.#read(new Uint8Array(data), keepsDocument) === syncProtocol.messageYjsSyncStep2) resolve();
      });
    });
  }

  /** @returns which message of the protocol it was; null for what is not about the document */
  #read(frame: Uint8Array, keepsDocument: boolean): number | null {
    for (const hear of [...this.#hearers]) hear(frame);
    const decoder = decoding.createDecoder(frame);
    if (decoding.readVarUint(decoder) !== MESSAGE.sync) return null;
    const kind = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    // It writes nothing, so it owes no answer to what it is asked.
    if (kind !== syncProtocol.messageYjsSyncStep1 && keepsDocument) Y.applyUpdate(this.doc, bytes);
    return kind;
  }

  get stage(): Stage | undefined {
    return this.doc.getMap("stage").get("now") as Stage | undefined;
  }

  /** What one thing of a section is; undefined while it is not there. */
  section<T>(name: string, id: string): T | undefined {
    return this.doc.getMap(name).get(id) as T | undefined;
  }

  /**
   * Resolves when the room shows it.
   *
   * @throws when it has not within `withinMs`
   */
  sees(holds: () => boolean, withinMs: number): Promise<void> {
    if (holds()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        this.#watchers.delete(look);
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`It was not shown within ${withinMs} ms.`));
      }, withinMs);
      const look = () => {
        if (!holds()) return;
        stop();
        resolve();
      };
      this.#watchers.add(look);
    });
  }

  /**
   * Resolves when a frame holds the text.
   *
   * @throws when none has within `withinMs`
   */
  hears(text: string, withinMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        this.#hearers.delete(hear);
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`It was not heard within ${withinMs} ms.`));
      }, withinMs);
      const hear: Hearer = (frame) => {
        if (!Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength).includes(text)) return;
        stop();
        resolve();
      };
      this.#hearers.add(hear);
    });
  }

  /** Posts to an address of the workshop: `notes`, `votes`, … */
  post(part: string, form: Readonly<Record<string, string>>): Promise<Answer> {
    return ask(this.#entrance, { path: `/live/${this.workshopId}/${part}`, cookie: this.#cookie, form });
  }

  get(part = ""): Promise<Answer> {
    return ask(this.#entrance, { path: `/live/${this.workshopId}${part}`, cookie: this.#cookie });
  }

  leave(): void {
    this.#watchers.clear();
    this.#hearers.clear();
    this.#socket?.removeAllListeners();
    // A socket that is closed while it opens says so as an error, which nobody waits for any more.
    this.#socket?.on("error", () => undefined);
    this.#socket?.terminate();
    this.doc.destroy();
  }
}

const syncFrame = (write: (encoder: encoding.Encoder) => void): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    write(encoder);
  });
