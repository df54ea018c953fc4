import { expect, test } from "vitest";
import { ideaAddress, readIdeaTags } from "./idea-start.ts";
import { isTag } from "./vocabulary.ts";

const read = (address: string) => readIdeaTags(new URL(address, "http://localhost").searchParams, isTag);

test("the address of an idea says which tags it will have", () => {
  const tags = { chainLinks: "retention", themes: "onboarding", targetGroups: "nyansatte" } as const;
  expect(ideaAddress("holbaek", tags)).toMatch(/^\/boards\/holbaek\?idea=/);
  expect(read(ideaAddress("holbaek", tags))).toEqual(tags);
  expect(read(ideaAddress("holbaek", {}))).toEqual({});
});

test("what no vocabulary knows is left out, and without the word no idea is begun", () => {
  expect(read("/boards/holbaek?idea=themes.nothing+chainLinks.retention+title.x+__proto__.x+professions")).toEqual({
    chainLinks: "retention",
  });
  expect(read("/boards/holbaek?card=one")).toBeNull();
});
