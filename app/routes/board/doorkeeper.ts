/**
 * A browser is not told why a socket did not open. So the page asks over HTTP: signed out, board gone, no network, or a
 * network that lets pages through and stops sockets.
 */
import type { SaveEvent } from "./save-state.ts";

export interface Doorkeeper {
  /** A socket was refused or broke before it opened. */
  refused(): void;
  watch(event: SaveEvent): void;
  stop(): void;
}

/** So many refused sockets in a row, while pages are answered, are no accident. */
const REFUSALS_UNTIL_BLOCKED = 3;

export interface DoorkeeperOptions {
  readonly boardId: string;
  readonly room: string;
  readonly personId: string;
  /** Takes what was found out. */
  readonly happened: (event: SaveEvent) => void;
  /** Called when the same person has signed in again. */
  readonly reconnect: () => void;
  /** Ends the socket's own attempts: the next one to open might be somebody else's. */
  readonly giveUp: () => void;
}

export function createDoorkeeper(options: DoorkeeperOptions): Doorkeeper {
  const { boardId, room, personId, happened, reconnect, giveUp } = options;
  let refusals = 0;
  let isSignedOut = false;
  let isStopped = false;

  const lookAgain = () => {
    if (document.hidden || !isSignedOut) return;
    void signedIn().then((id) => {
      // Somebody else's name must not be put under what this person wrote.
      if (id !== personId || isStopped) return;
      isSignedOut = false;
      reconnect();
    });
  };
  const closeDoor = (why: "session-ended" | "board-gone") => {
    giveUp();
    happened({ type: "closed", why });
    if (why === "session-ended") isSignedOut = true;
  };
  window.addEventListener("focus", lookAgain);
  document.addEventListener("visibilitychange", lookAgain);

  return {
    refused() {
      refusals += 1;
      void whyRefused({ boardId, room }).then((why) => {
        if (isStopped || why === null) return;
        if (why !== "reachable") closeDoor(why);
        else if (refusals >= REFUSALS_UNTIL_BLOCKED) happened({ type: "blocked" });
      });
    },
    watch(event) {
      if (event.type === "opened") refusals = 0;
      if (event.type === "closed" && event.why === "session-ended") isSignedOut = true;
    },
    stop() {
      isStopped = true;
      window.removeEventListener("focus", lookAgain);
      document.removeEventListener("visibilitychange", lookAgain);
    },
  };
}

/** Null without network. */
async function whyRefused({
  boardId,
  room,
}: Pick<DoorkeeperOptions, "boardId" | "room">): Promise<"session-ended" | "board-gone" | "reachable" | null> {
  const session = await statusOf("/session");
  if (session === null || session >= 500) return null;
  if (session === 401) return "session-ended";
  const board = await statusOf(`/boards/${boardId}/activity?room=${room}`);
  if (board === 404) return "board-gone";
  return board === 200 ? "reachable" : null;
}

/** Whether there is such a board for this person, in whatever room. */
export const isBoardThere = async (boardId: string): Promise<boolean> =>
  (await statusOf(`/boards/${boardId}/activity`)) === 200;

/** Who is signed in in this browser now. */
async function signedIn(): Promise<string | null> {
  try {
    const response = await fetch("/session");
    const { person } = (await response.json()) as { person?: { id: string } };
    return person?.id ?? null;
  } catch {
    return null;
  }
}

async function statusOf(path: string): Promise<number | null> {
  try {
    return (await fetch(path, { headers: { accept: "application/json" } })).status;
  } catch {
    // No network: the socket's own retries go on.
    return null;
  }
}
