import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** The other kommune may answer meanwhile: whoever comes back to the page sees it as it is now. */
export function useFreshAnswers(): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const onVisible = () => document.visibilityState === "visible" && revalidate();
    document.addEventListener("visibilitychange", onVisible);
    return () => document.removeEventListener("visibilitychange", onVisible);
  }, [revalidate]);
}
