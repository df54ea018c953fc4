import { expect, test } from "vitest";
import { statusOfWord } from "./status-words.ts";

test("status words people write are understood", () => {
  expect(statusOfWord("Under afklaring")).toBe("clarifying");
  expect(statusOfWord("Afprøves")).toBe("trial");
  expect(statusOfWord("afsluttet")).toBe("finished");
  expect(statusOfWord("opgivet")).toBe("abandoned");
  expect(statusOfWord("noget andet")).toBeNull();
});
