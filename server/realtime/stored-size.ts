import type { BoardLog, LoggedUpdate } from "#db/queries/board-log.ts";
import type { CompactedDocument } from "#domain/board-doc/compaction.ts";

/** How much is stored of one board, kept up without asking the disk. */
export class StoredSize {
  /** Of the last stored state, which the log goes on from. */
  stateBytes: number;
  /** What has been logged since. */
  rows: number;
  bytes: number;
  /** Updates logged since the room was opened. */
  updates = 0;
  /** Of what was ever written, how much is deleted; as the last compaction found it. */
  deletedShare = 0;

  constructor({ snapshot, rows }: BoardLog) {
    this.stateBytes = snapshot?.state.length ?? 0;
    this.rows = rows.length;
    this.bytes = bytesOf(rows);
  }

  logged(updates: readonly LoggedUpdate[]): void {
    this.updates += updates.length;
    this.rows += updates.length;
    this.bytes += bytesOf(updates);
  }

  /** A state has been stored in the place of these rows. */
  compacted(rows: BoardLog["rows"], { state, deletedShare }: CompactedDocument): void {
    this.stateBytes = state.length;
    this.rows -= rows.length;
    this.bytes -= bytesOf(rows);
    this.deletedShare = deletedShare;
  }
}

const bytesOf = (rows: readonly { readonly bytes: Uint8Array }[]): number =>
  rows.reduce((sum, { bytes }) => sum + bytes.length, 0);
