/** One person at one board: the document, its socket, the copy in the browser and one's own undo, as stores to paint from. */
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import * as commands from "#domain/board-doc/commands.ts";
import { observeBoard } from "#domain/board-doc/observe.ts";
import { redoOwnStep, trackOwnSteps, undoOwnStep } from "#domain/board-doc/own-undo.ts";
import { COMMAND_ORIGIN } from "#domain/board-doc/schema.ts";
import type { Notice } from "#domain/board-doc/wire.ts";
import type { BoardSnapshot } from "#domain/initiative.ts";
import { createBoardReader } from "./board-reader.ts";
import { type Connection, createConnection } from "./connection.ts";
import { createDoorkeeper, isBoardThere } from "./doorkeeper.ts";
import { dropForgottenCopies, type LocalCopy, openLocalCopy } from "./local-copy.ts";
import type { Me, PresenceStores } from "./people.ts";
import { createPresence } from "./presence.ts";
import type { SaveEvent, SaveState } from "./save-state.ts";
import { createSaving, type Saving } from "./saving.ts";
import { createStore, oncePerFrame, type Store } from "./store.ts";

export interface BoardSessionOptions {
  readonly boardId: string;
  readonly room: string;
  readonly me: Me;
  /** What the server painted; shown until the document has come. */
  readonly painted: BoardSnapshot;
  /** The check has brought this board's findings up to date. */
  readonly onFindings: () => void;
  /** Somebody wrote in a thread on this board. */
  readonly onComments: () => void;
  readonly onRoleChanged: () => void;
  /** The board lives on in a room of another name, and all that was written here is saved. */
  readonly onRenewed: () => void;
}

/** Everything people do to a board. It comes with the session: the page that paints first carries no Yjs. */
export type BoardCommands = typeof commands;
type Change = (doc: Y.Doc, commands: BoardCommands) => void;

export interface UndoState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface BoardSession {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly board: Store<BoardSnapshot>;
  readonly save: Store<SaveState>;
  /** True once the document holds the board, so that it can be written. */
  readonly isReady: Store<boolean>;
  readonly undoState: Store<UndoState>;
  readonly presence: PresenceStores;
  /** Runs commands as one step of one's own undo. */
  run(change: Change): void;
  /** As `run`, but joined with what was typed a moment ago. */
  type(change: Change): void;
  /** Takes back one's own last step; tells which cards went to the bin because others have worked in them since. */
  undo(): readonly string[];
  redo(): void;
  /** Initiatives that others touched since this was asked last. */
  takeTouchedByOthers(): ReadonlySet<string>;
  /** Initiatives with fields that the server has not confirmed. */
  unsavedInitiatives(): readonly string[];
  /** Forgets the copy in the browser, with what could not be saved. */
  dropCopy(): void;
  close(): void;
}

const TYPING_STEP_MS = 800;

export function openBoardSession(options: BoardSessionOptions): BoardSession {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const saving = createSaving(doc);
  const owner = { personId: options.me.id, room: options.room };
  const copy = openLocalCopy(doc, owner);
  const connection = connectToRoom(options, { doc, awareness, saving, copy });
  const painting = paintBoard(doc, options.painted, saving);
  let touched = new Set<string>();
  const stopCounting = observeBoard(doc, (change, origin) => {
    if (origin === copy?.origin) return;
    if (origin === connection.origin) {
      // The board's first arrival is nobody's doing.
      if (saving.isReady.get()) for (const id of change.keys()) touched.add(id);
      return;
    }
    const fields = [...change].flatMap(([id, names]) => [...names].map((name) => `${id}.${name}`));
    saving.happened({ type: "changed", fields });
  });
  saving.unsaved.subscribe(() => copy?.rememberUnsaved(saving.unsaved.get()));
  void copy?.loaded.then((fields) => saving.happened({ type: "changed", fields }));
  void dropForgottenCopies(owner);
  connection.connect();
  return {
    doc,
    awareness,
    board: painting.board,
    isReady: saving.isReady,
    save: saving.state,
    presence: createPresence(awareness, options.me),
    ...ownUndo(doc),
    takeTouchedByOthers() {
      const taken = touched;
      touched = new Set();
      return taken;
    },
    unsavedInitiatives: () => [
      ...new Set([...saving.unsaved.get()].map((field) => field.slice(0, field.indexOf(".")))),
    ],
    dropCopy: () => copy?.drop(),
    close() {
      painting.stop();
      saving.stop();
      stopCounting();
      connection.destroy();
      copy?.close();
      awareness.destroy();
      doc.destroy();
    },
  };
}

interface Parts {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly saving: Saving;
  readonly copy: LocalCopy | null;
}

/** The socket, with someone who asks at the door when it does not open. */
function connectToRoom(options: BoardSessionOptions, { doc, awareness, saving, copy }: Parts): Connection {
  const happened = (event: SaveEvent) => {
    saving.happened(event);
    if (event.type !== "closed") return;
    if (event.why === "board-gone" || event.why === "access-withdrawn") copy?.drop();
    if (event.why === "board-gone") void lookForNext();
  };
  const lookForNext = async () => {
    if (!(await isBoardThere(options.boardId)) || isLeft) return;
    // What is not saved cannot come along by itself: it was written in a document that is no more.
    if (saving.unsaved.get().size === 0) options.onRenewed();
    else saving.happened({ type: "closed", why: "renewed" });
  };
  let isLeft = false;
  const doorkeeper = createDoorkeeper({
    boardId: options.boardId,
    room: options.room,
    personId: options.me.id,
    happened,
    reconnect: () => connection.connect(),
    giveUp: () => connection.disconnect(),
  });
  const hear: Readonly<Record<Notice, () => void>> = {
    findings: options.onFindings,
    comments: options.onComments,
    "saving-failed": () => saving.happened({ type: "not-stored" }),
  };
  const connection = createConnection({
    doc,
    awareness,
    room: options.room,
    onEvent(event) {
      happened(event);
      doorkeeper.watch(event);
    },
    onNotice: (notice) => hear[notice](),
    onRoleChanged: options.onRoleChanged,
    onRefused: doorkeeper.refused,
  });
  return {
    ...connection,
    destroy() {
      isLeft = true;
      doorkeeper.stop();
      connection.destroy();
    },
  };
}

/** The board as it is painted: at most one new snapshot per frame, the server's until the document has come. */
function paintBoard(doc: Y.Doc, painted: BoardSnapshot, saving: Saving) {
  const reader = createBoardReader(doc, painted);
  const board = createStore(painted);
  const frame = oncePerFrame(() => {
    if (saving.isReady.get()) board.set(reader.read());
  });
  const stopWatching = [observeBoard(doc, frame.request), saving.isReady.subscribe(frame.request)];
  return {
    board,
    stop() {
      frame.cancel();
      reader.stop();
      for (const stop of stopWatching) stop();
    },
  };
}

/** Undo of what this person did on this page: commands only, never others' work; the editor has its own. */
function ownUndo(doc: Y.Doc): Pick<BoardSession, "undoState" | "run" | "type" | "undo" | "redo"> {
  const undo = trackOwnSteps(doc, TYPING_STEP_MS);
  const undoState = createStore<UndoState>({ canUndo: false, canRedo: false });
  const show = () => undoState.set({ canUndo: undo.canUndo(), canRedo: undo.canRedo() });
  for (const event of ["stack-item-added", "stack-item-popped", "stack-cleared"] as const) undo.on(event, show);
  return {
    undoState,
    run(change) {
      undo.stopCapturing();
      doc.transact(() => change(doc, commands), COMMAND_ORIGIN);
      undo.stopCapturing();
    },
    type: (change) => doc.transact(() => change(doc, commands), COMMAND_ORIGIN),
    undo: () => undoOwnStep(doc, undo, Date.now()),
    redo: () => redoOwnStep(doc, undo),
  };
}
