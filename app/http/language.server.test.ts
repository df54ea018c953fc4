import { describe, expect, test } from "vitest";
import { acceptedLanguage, languageOf } from "./language.server.ts";
import type { CurrentSession, Settings } from "./load-context.server.ts";

const settings: Settings = { origin: "http://localhost", demo: false, accessibilityStatementUrl: null };
const asks = (headers: Record<string, string>) => new Request("http://localhost/", { headers });
const signedIn = (language: "da" | "en" | null): CurrentSession => ({
  id: "s",
  person: {
    id: "p",
    name: "HR",
    email: "hr@x.invalid",
    roles: [],
    boardAccess: new Map(),
    language,
    introSeen: true,
    isGuest: false,
  },
});

describe("the browser's own preference", () => {
  test.each([
    [null, "da"],
    ["", "da"],
    ["de-DE,de;q=0.9", "da"],
    ["en-GB,en;q=0.9,da;q=0.5", "en"],
    ["en;q=0.5, da-DK;q=0.9", "da"],
    ["en;q=0", "da"],
  ])("%s means %s", (header, language) => {
    expect(acceptedLanguage(header)).toBe(language);
  });
});

test("a person's own choice wins over the cookie, and the cookie over the browser", () => {
  const request = asks({ cookie: "session=x; language=da", "accept-language": "en" });
  expect(languageOf(request, { session: signedIn("en"), settings })).toBe("en");
  expect(languageOf(request, { session: signedIn(null), settings })).toBe("da");
  expect(languageOf(asks({ "accept-language": "en" }), { session: null, settings })).toBe("en");
});

test("a demo starts in Danish on every machine", () => {
  const demo = { ...settings, demo: true };
  expect(languageOf(asks({ "accept-language": "en" }), { session: null, settings: demo })).toBe("da");
  expect(languageOf(asks({ cookie: "language=en" }), { session: null, settings: demo })).toBe("en");
});
