import { useNavigate } from "@remix-run/react";
import { useCallback, useRef, useState } from "react";
import { IDEA_PARAM, type IdeaTags } from "#domain/idea-start.ts";
import type { Lane } from "#domain/initiative.ts";
import { withParams } from "./board-view.ts";

const NO_TAGS: IdeaTags = {};

/**
 * In which lane a new card is being written, and with which tags it begins. An idea begun from the comparison opens the first
 * lane; once its field is closed the address no longer asks for it.
 */
export function useComposing(begun: IdeaTags | null) {
  const navigate = useNavigate();
  const newest = useRef(navigate);
  newest.current = navigate;
  const [lane, setLane] = useState<Lane | null>(begun === null ? null : "idea");
  const [tags, setTags] = useState(begun ?? NO_TAGS);
  const compose = useCallback((next: Lane | null) => {
    setLane(next);
    const params = new URLSearchParams(window.location.search);
    if (next !== null || !params.has(IDEA_PARAM)) return;
    setTags(NO_TAGS);
    newest.current(`?${withParams(params, { [IDEA_PARAM]: null })}`, { replace: true, preventScrollReset: true });
  }, []);
  return { lane, tags, compose };
}
