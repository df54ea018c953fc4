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
}

export interface Similar {
  readonly related: readonly RelatedInitiative[];
  readonly state: RelatedListProps["state"];
}

const PAUSE_MS = 200;
/** Fewer letters say nothing yet. */
const LETTERS = 4;

/** Asks what others do that is like the draft, a moment after the last letter; an older answer never replaces a newer. */
export function useSimilar(boardId: string, draft: SimilarDraft, first: readonly RelatedInitiative[] = []): Similar {
  const [similar, setSimilar] = useState<Similar>({ related: first, state: "searching" });
  const body = JSON.stringify(draft);
  const isTooShort = draft.title.trim().length < LETTERS;
  useEffect(() => {
    if (isTooShort) {
      setSimilar({ related: [], state: "waiting" });
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
  }, [boardId, body, isTooShort]);
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
    if (!response.ok) return { related: [], state: "failed" };
    const { related } = (await response.json()) as { related: RelatedInitiative[] };
    return { related, state: "found" };
  } catch {
    // Aborted by the next letter, or no network: writing goes on either way.
    return { related: [], state: "failed" };
  }
}
