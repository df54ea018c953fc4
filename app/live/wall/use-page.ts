import { useEffect, useState } from "react";

const TURN_EVERY_MS = 12_000;

/** Which of the pages is shown: it turns by itself, because nobody stands at the projector. */
export function usePage(pages: number): number {
  const [turned, setTurned] = useState(0);
  useEffect(() => {
    if (pages < 2) return;
    const timer = setInterval(() => setTurned((before) => before + 1), TURN_EVERY_MS);
    return () => clearInterval(timer);
  }, [pages]);
  return pages === 0 ? 0 : turned % pages;
}
