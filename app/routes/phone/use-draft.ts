import { useEffect, useState } from "react";

interface Draft {
  readonly text: string;
  readonly laneId: string | null;
}

/**
 * What is being written, kept on the phone until it is done.
 *
 * @param start what stands there when nothing was kept
 * @returns the draft, and what keeps another; null lets it go
 */
export function useDraft(key: string, start: Draft): [Draft, (draft: Draft | null) => void] {
  const [draft, setDraft] = useState<Draft>({ text: start.text, laneId: start.laneId });
  useEffect(() => {
    const kept = localStorage.getItem(key);
    if (kept !== null) setDraft(JSON.parse(kept) as Draft);
  }, [key]);
  const keep = (next: Draft | null) => {
    setDraft(next ?? { ...draft, text: "" });
    if (next === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(next));
  };
  return [draft, keep];
}
