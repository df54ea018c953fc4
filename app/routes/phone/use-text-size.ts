import { useEffect, useSyncExternalStore } from "react";

export const TEXT_SIZES = { normal: 100, large: 118, largest: 136 } as const;
export type TextSize = keyof typeof TEXT_SIZES;

const KEY = "phone-text-size";
const listeners = new Set<() => void>();

function stored(): TextSize {
  const size = localStorage.getItem(KEY);
  return size !== null && Object.hasOwn(TEXT_SIZES, size) ? (size as TextSize) : "normal";
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How large this phone shows everything; remembered on it. */
export function useTextSize(): [TextSize, (size: TextSize) => void] {
  const size = useSyncExternalStore<TextSize>(subscribe, stored, () => "normal");
  useEffect(() => {
    document.documentElement.style.fontSize = `${TEXT_SIZES[size]}%`;
    return () => {
      document.documentElement.style.fontSize = "";
    };
  }, [size]);
  return [
    size,
    (next) => {
      localStorage.setItem(KEY, next);
      for (const listener of listeners) listener();
    },
  ];
}
