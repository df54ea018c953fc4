import { expect, test } from "vitest";
import { looksLikeCpr } from "./cpr.ts";

test.each(["010190-1234", "ring til 3112991234 i dag", "150285 0001", "150285–0001"])(
  "%s looks like a personal number",
  (text) => {
    expect(looksLikeCpr(text)).toBe(true);
  },
);

test.each(["320190-1234", "011390-1234", "ring 12 34 56 78", "CVR 29189846", "2024-2026", "9901011234567"])(
  "%s does not",
  (text) => {
    expect(looksLikeCpr(text)).toBe(false);
  },
);
