import { type ComponentType, type LazyExoticComponent, lazy } from "react";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;

/**
 * A part of a page that is fetched when it is needed; shown inside a Suspense whose fallback stands in its place meanwhile.
 * Without network it is asked for again until it comes: a part that failed for good would take the whole page down with
 * it, and what is written there.
 */
export const later = <P,>(load: () => Promise<{ default: ComponentType<P> }>): LazyExoticComponent<ComponentType<P>> =>
  lazy(() => patiently(load));

async function patiently<T>(load: () => Promise<T>): Promise<T> {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      return await load();
    } catch {
      // The network is away, or a new version is being put in place: both pass.
      await onlineOrAfter(wait);
    }
  }
}

const onlineOrAfter = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener("online", go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    window.addEventListener("online", go);
  });
