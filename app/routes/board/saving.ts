import * as Y from "yjs";
import {
  advance,
  CONNECTING,
  NOTHING_YET,
  type SaveEvent,
  type SaveState,
  STALLED_MS,
  saveState,
} from "./save-state.ts";
import { createStore, oncePerFrame, type Store } from "./store.ts";

export interface Saving {
  readonly state: Store<SaveState>;
  /** Fields that the server has not confirmed, as `initiative.field`. */
  readonly unsaved: Store<ReadonlySet<string>>;
  /** True once the document holds the board: synchronised, or from the browser's copy with unsaved work in it. */
  readonly isReady: Store<boolean>;
  happened(event: SaveEvent): void;
  stop(): void;
}

/** Keeps the progress of saving a document, and shows it at most once per frame. */
export function createSaving(doc: Y.Doc): Saving {
  let progress = NOTHING_YET;
  let stallTimer: ReturnType<typeof setTimeout> | undefined;
  const state = createStore(CONNECTING);
  const unsaved = createStore(progress.unsaved);
  const isReady = createStore(false);
  const vector = () => Y.decodeStateVector(Y.encodeStateVector(doc));
  const show = () => {
    const next = saveState(progress, vector(), Date.now());
    if (JSON.stringify(next) !== JSON.stringify(state.get())) state.set(next);
    clearTimeout(stallTimer);
    if (next.state === "saving") stallTimer = setTimeout(show, STALLED_MS);
  };
  const frame = oncePerFrame(show);
  return {
    state,
    unsaved,
    isReady,
    happened(event) {
      progress = advance(progress, event, vector());
      unsaved.set(progress.unsaved);
      isReady.set(progress.everSynced || progress.unsaved.size > 0);
      frame.request();
    },
    stop() {
      frame.cancel();
      clearTimeout(stallTimer);
    },
  };
}
