import { useEffect, useRef, useState } from "react";
import { useTranslation } from "#app/text/use-translation.ts";
import type { InitiativeStatus, TagField } from "#domain/initiative.ts";
import { useBoard } from "./board-context.tsx";
import type { RelatedInitiative } from "./board-data.ts";
import type { OwnBoardCheck } from "./own-board-check.ts";
import type { RelatedListProps } from "./related-list.tsx";

/** The text being written, as the check reads it. */
export interface SimilarDraft {
  readonly initiativeId: string | null;
  readonly title: string;
  readonly description: string;
  readonly status: InitiativeStatus;
  readonly startYear: number | null;
  readonly tags: Partial<Readonly<Record<TagField, readonly string[]>>>;
  readonly actorIds: readonly string[];
  /** Everything that is found, instead of the strongest. */
  readonly all?: boolean;
}

export interface Similar {
  readonly related: readonly RelatedInitiative[];
  readonly state: RelatedListProps["state"];
  /** There are weaker ones, to be asked for. */
  readonly hasMore: boolean;
}

const PAUSE_MS = 200;
const NOTHING = { related: [], hasMore: false };
const FAILED: Similar = { ...NOTHING, state: "failed" };
/** Fewer letters say nothing yet. */
const LETTERS = 4;

/** Fetched after the server's first answer: without network nothing can be fetched any more. */
let ownBoardCheck: Promise<typeof import("./own-board-check.ts") | null> | null = null;

function fetchOwnBoardCheck(): void {
  ownBoardCheck ??= import("./own-board-check.ts").catch(() => {
    ownBoardCheck = null;
    return null;
  });
}

/** Asks the check in the browser, over this board; null while it has not come. */
function useOwnBoard(): (draft: SimilarDraft) => Promise<Similar | null> {
  const { boardId, municipality, actorOf, session } = useBoard();
  const { i18n } = useTranslation("card");
  const check = useRef<OwnBoardCheck | null>(null);
  return async (draft) => {
    const module = await ownBoardCheck;
    if (module === null || session === null) return null;
    check.current ??= new module.OwnBoardCheck({ boardId, municipality, actorOf });
    return { ...check.current.similar(session.board.get().initiatives, draft, i18n), state: "alone" };
  };
}

/**
 * Asks what others do that is like the draft, a moment after the last letter; an older answer never replaces a newer.
 * Where the server does not answer, one's own board is looked through in the browser.
 *
 * @param stored what the check has written down: shown at first, and asked about anew when somebody's answer changes it
 */
export function useSimilar(boardId: string, draft: SimilarDraft, stored: readonly RelatedInitiative[] = []): Similar {
  const askOwnBoard = useOwnBoard();
  const [similar, setSimilar] = useState<Similar>({ related: stored, state: "searching", hasMore: false });
  const body = JSON.stringify(draft);
  const known = stored.map(({ findingId }) => findingId).join(" ");
  const isTooShort = draft.title.trim().length < LETTERS;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known says when to ask again, and is not asked with; the draft is asked with when its text is another
  useEffect(() => {
    if (isTooShort) {
      setSimilar({ ...NOTHING, state: "waiting" });
      return;
    }
    const asking = new AbortController();
    setSimilar((now) => (now.state === "searching" ? now : { ...now, state: "searching" }));
    const timer = setTimeout(() => {
      void ask(boardId, body, asking.signal).then(async (answer) => {
        const shown = answer ?? (asking.signal.aborted ? null : await askOwnBoard(draft)) ?? FAILED;
        if (!asking.signal.aborted) setSimilar(shown);
      });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [boardId, body, isTooShort, known]);
  return similar;
}

/** Null when the server does not answer. */
async function ask(boardId: string, body: string, signal: AbortSignal): Promise<Similar | null> {
  try {
    const response = await fetch(`/boards/${boardId}/similar`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      signal,
    });
    if (!response.ok) return FAILED;
    const answer = (await response.json()) as Omit<Similar, "state">;
    fetchOwnBoardCheck();
    return { ...answer, state: "found" };
  } catch {
    // Aborted by the next letter, or no network: writing goes on either way.
    return null;
  }
}
