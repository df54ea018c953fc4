import { expect, test } from "vitest";
import { redirectWithin } from "./responses.server.ts";

const target = (next: string | null) => redirectWithin(next, { fallback: "/" }).headers.get("Location");

test("a page of this site is gone on to, with its query", () => {
  expect(target("/boards/b1?card=c2")).toBe("/boards/b1?card=c2");
  expect(target("/")).toBe("/");
  expect(target(null)).toBe("/");
});

test("no address of another host is, however it is written", () => {
  const elsewhere = [
    "https://example.org",
    "//example.org",
    "/\\example.org",
    "/%5cexample.org",
    "/%2Fexample.org",
    "/\t/example.org",
    "/\n/example.org",
    "\\\\example.org",
    "javascript:alert(1)",
    "example.org",
    "/%",
    "",
  ];
  for (const next of elsewhere) expect(target(next), next).toBe("/");
});

test("cookies of the answer go along", () => {
  const headers = new Headers({ "Set-Cookie": "session=1" });
  const answer = redirectWithin("/", { fallback: "/", headers });
  expect(answer.status).toBe(303);
  expect(answer.headers.get("Set-Cookie")).toBe("session=1");
});
