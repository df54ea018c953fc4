import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { ask } from "#app/http/ask.ts";

/**
 * The other kommune may answer meanwhile: whoever comes back to the page sees it as it is now. Not before the server can be
 * reached by somebody who is signed in: a page that cannot be read anew would take a half-written note with it.
 */
export function useFreshAnswers(): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const onVisible = async () => {
      if (document.visibilityState !== "visible") return;
      const { ok } = await ask("/session");
      if (ok) revalidate();
    };
    document.addEventListener("visibilitychange", onVisible);
    return () => document.removeEventListener("visibilitychange", onVisible);
  }, [revalidate]);
}
