/** What the rooms count, for `/metrics`. docs/operations.md says what each number means and when it should worry. */
import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import { CLOSE, type CloseCode } from "#domain/board-doc/wire.ts";
import type { Room } from "./room.ts";
import type { PresenceDrop } from "./room-presence.ts";

/** What is asked for when the metrics are read. */
export interface RoomsNow {
  readonly rooms: Iterable<Room>;
  readonly sockets: number;
  /** Since when edits cannot be stored; null while they can. */
  readonly failingSince: number | null;
  readonly now: number;
}

const REASONS = new Map<number, string>(Object.entries(CLOSE).map(([reason, code]) => [code, reason]));

export class RoomMetrics {
  readonly #registry: Registry;
  readonly #edits: Counter;
  readonly #commits: Histogram;
  readonly #failedCommits: Counter;
  readonly #merged: Counter;
  readonly #compactions: Counter;
  readonly #doorRefusals: Counter;
  readonly #closes: Counter;
  readonly #refusedUpdates: Counter;
  readonly #readersWriting: Counter;
  readonly #droppedPresence: Counter;
  readonly #unreadable: Counter;

  constructor(registry: Registry) {
    const count = (name: string, help: string, labelNames: string[] = []) =>
      new Counter({ name, help, labelNames, registers: [registry] });
    this.#registry = registry;
    this.#edits = count("edits_stored_total", "Updates of boards that were written to the log");
    this.#commits = new Histogram({
      name: "commit_seconds",
      help: "Time that one commit of edits took, of all rooms together",
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
      registers: [registry],
    });
    this.#failedCommits = count("commits_failed_total", "Commits of edits that the disk did not take");
    this.#merged = count("updates_merged_total", "Updates that went out together with others as one");
    this.#compactions = count("compactions_total", "Logs of boards that were made short", ["result"]);
    this.#doorRefusals = count("sockets_refused_total", "Sockets refused before they were open", ["status"]);
    this.#closes = count("sockets_closed_total", "Open sockets that the server closed", ["reason"]);
    this.#refusedUpdates = count("updates_refused_total", "Updates that were not taken in", ["because"]);
    this.#readersWriting = count("reader_edits_dropped_total", "Edits sent by somebody who may only read");
    this.#droppedPresence = count("presence_dropped_total", "Presence that was not passed on", ["because"]);
    this.#unreadable = count("boards_unreadable_total", "Times that a board's document could not be read");
  }

  committed(edits: number, seconds: number): void {
    this.#edits.inc(edits);
    this.#commits.observe(seconds);
  }

  commitFailed(): void {
    this.#failedCommits.inc();
  }

  merged(updates: number): void {
    this.#merged.inc(updates);
  }

  compacted(result: "done" | "failed"): void {
    this.#compactions.inc({ result });
  }

  refusedAtDoor(status: number): void {
    this.#doorRefusals.inc({ status });
  }

  closed(code: CloseCode): void {
    this.#closes.inc({ reason: REASONS.get(code) ?? code });
  }

  refusedUpdate(because: string): void {
    this.#refusedUpdates.inc({ because });
  }

  readerWrote(): void {
    this.#readersWriting.inc();
  }

  droppedPresence(because: PresenceDrop): void {
    this.#droppedPresence.inc({ because });
  }

  couldNotRead(): void {
    this.#unreadable.inc();
  }

  /** Looked at whenever the metrics are read. */
  watch(look: () => RoomsNow): void {
    const gauge = (name: string, help: string, read: (now: RoomsNow) => number) =>
      new Gauge({
        name,
        help,
        registers: [this.#registry],
        collect() {
          this.set(read(look()));
        },
      });
    gauge("rooms_open", "Boards with an open room", ({ rooms }) => [...rooms].length);
    gauge("sockets_open", "Open sockets", ({ sockets }) => sockets);
    gauge("sockets_behind", "Sockets whose reader is too slow to be told everything", ({ rooms }) =>
      [...rooms].reduce((sum, { audience }) => sum + audience.behind, 0),
    );
    gauge("unstored_seconds", "For how long edits cannot be stored; 0 while they can", ({ failingSince, now }) =>
      failingSince === null ? 0 : (now - failingSince) / 1000,
    );
    this.#watchBoards(look);
  }

  /** One series for each open room; one that closes takes its series with it. */
  #watchBoards(look: () => RoomsNow): void {
    const gauge = (name: string, help: string, read: (room: Room) => number) =>
      new Gauge({
        name,
        help,
        labelNames: ["board"],
        registers: [this.#registry],
        collect() {
          this.reset();
          for (const room of look().rooms) this.set({ board: room.boardId }, read(room));
        },
      });
    new Counter({
      name: "board_updates_total",
      help: "Updates of the board that were written to the log since its room was opened",
      labelNames: ["board"],
      registers: [this.#registry],
      collect() {
        this.reset();
        for (const { boardId, stored } of look().rooms) this.inc({ board: boardId }, stored.updates);
      },
    });
    gauge("board_sockets", "Sockets in the room", ({ audience }) => audience.connections.size);
    gauge("board_state_bytes", "Bytes of the last stored state, without the log", ({ stored }) => stored.stateBytes);
    gauge("board_log_rows", "Rows of the log since the last stored state", ({ stored }) => stored.rows);
    gauge("board_log_bytes", "Bytes of the log since the last stored state", ({ stored }) => stored.bytes);
    gauge("board_queued_bytes", "Bytes that wait for the readers of the room", ({ audience }) => audience.queuedBytes);
    gauge(
      "board_deleted_share",
      "Share of what was ever written that is deleted, at the last compaction",
      ({ stored }) => stored.deletedShare,
    );
  }
}
