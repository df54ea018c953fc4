import { useEffect, useState } from "react";
import type { InitiativeStatus, TagField } from "#domain/initiative.ts";
import type { RelatedInitiative } from "./board-data.ts";
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
/** Fewer letters say nothing yet. */
const LETTERS = 4;

/**
 * Asks what others do that is like the draft, a moment after the last letter; an older answer never replaces a newer.
 *
 * @param stored what the check has written down: shown at first, and asked about anew when somebody's answer changes it
 */
export function useSimilar(boardId: string, draft: SimilarDraft, stored: readonly RelatedInitiative[] = []): Similar {
  const [similar, setSimilar] = useState<Similar>({ related: stored, state: "searching", hasMore: false });
  const body = JSON.stringify(draft);
  const known = stored.map(({ findingId }) => findingId).join(" ");
  const isTooShort = draft.title.trim().length < LETTERS;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known says when to ask again, and is not asked with
  useEffect(() => {
    if (isTooShort) {
      setSimilar({ ...NOTHING, state: "waiting" });
      return;
    }
    const asking = new AbortController();
    setSimilar((now) => (now.state === "searching" ? now : { ...now, state: "searching" }));
    const timer = setTimeout(() => {
      void ask(boardId, body, asking.signal).then((answer) => {
        if (!asking.signal.aborted) setSimilar(answer);
      });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [boardId, body, isTooShort, known]);
  return similar;
}

async function ask(boardId: string, body: string, signal: AbortSignal): Promise<Similar> {
  try {
    const response = await fetch(`/boards/${boardId}/similar`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      signal,
    });
    if (!response.ok) return { ...NOTHING, state: "failed" };
    return { ...((await response.json()) as Omit<Similar, "state">), state: "found" };
  } catch {
    // Aborted by the next letter, or no network: writing goes on either way.
    return { ...NOTHING, state: "failed" };
  }
}
