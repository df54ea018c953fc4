import { useEffect, useState } from "react";

const KEY = "screen-scale";
const STEP = 0.1;
const SCALES = { least: 0.7, most: 1.5 } as const;

const within = (scale: number): number => Math.min(SCALES.most, Math.max(SCALES.least, Math.round(scale * 10) / 10));

/** How large this projector writes: + and − change it, and the browser remembers. */
export function useTextScale(): number {
  const [scale, setScale] = useState(1);
  useEffect(() => {
    setScale(within(Number(localStorage.getItem(KEY)) || 1));
    const press = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      const step = key === "+" ? STEP : key === "-" ? -STEP : 0;
      if (step === 0 || ctrlKey || metaKey || altKey) return;
      setScale((before) => {
        const after = within(before + step);
        localStorage.setItem(KEY, String(after));
        return after;
      });
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  return scale;
}
