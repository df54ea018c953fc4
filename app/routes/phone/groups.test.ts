import { expect, test } from "vitest";
import { CLUSTER_TITLE_LIMIT } from "#domain/live/agenda.ts";
import { titleFrom } from "./groups.ts";

test("a group is called after its first note, whole where it fits and else cut between words", () => {
  expect(titleFrom("Vagtplanen passer ikke til et liv med børn, især i hjemmeplejen")).toHaveLength(63);
  const long = titleFrom(
    "Vagtplanen passer ikke til et liv med børn, og det går især ud over dem, der har aftenvagter",
  );
  expect(long).toBe("Vagtplanen passer ikke til et liv med børn, og det går især ud over dem, der…");
  expect(long.length).toBeLessThanOrEqual(CLUSTER_TITLE_LIMIT);
});
