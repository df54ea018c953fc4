import { useEffect, useState } from "react";
import { ask, type WithoutAnswer } from "./ask.ts";

export interface Asked<T> {
  /** The newest answer; stays while the next one is on its way. */
  readonly answer: T | null;
  readonly isAsking: boolean;
  /** Why the last question got no answer. */
  readonly failed: WithoutAnswer | null;
}

const NOTHING = { address: null, answer: null, failed: null };

/**
 * Asks while somebody types, a moment after the last letter; an older answer never replaces a newer one.
 *
 * @param address null while there is nothing to ask
 */
export function useAsked<T>(address: string | null, pauseMs: number): Asked<T> {
  const [asked, setAsked] = useState<Omit<Asked<T>, "isAsking"> & { readonly address: string | null }>(NOTHING);
  useEffect(() => {
    if (address === null) {
      setAsked(NOTHING);
      return;
    }
    const asking = new AbortController();
    const timer = setTimeout(async () => {
      const reply = await ask<T>(address, { signal: asking.signal });
      if (asking.signal.aborted) return;
      if (reply.ok) setAsked({ address, answer: reply.value, failed: null });
      else setAsked({ address, answer: null, failed: reply.because });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [address, pauseMs]);
  const { answer, failed } = asked;
  return { answer, failed, isAsking: asked.address !== address };
}
