import { expect, test } from "vitest";
import { findByName } from "#domain/actor-registry.ts";
import { initialRegistry, referenceRegistry } from "./reference-registry.ts";
import development from "./synergy/development/dev.json" with { type: "json" };

const registry = initialRegistry();

test("the level follows reach and kind", () => {
  const levels = Object.fromEntries(
    ["kl", "foa", "kkr-sjaelland", "sosu-h", "ruc", "kp", "region-sjaelland", "jobcenter"].map((id) => [
      id,
      registry.get(id)?.level,
    ]),
  );
  expect(levels).toEqual({
    kl: "umbrella",
    foa: "umbrella",
    "kkr-sjaelland": "umbrella",
    "sosu-h": "local",
    ruc: "local",
    kp: "local",
    "region-sjaelland": "regional",
    jobcenter: "generic",
  });
});

test("an actor's kommuner are those named, or those of its KKR", () => {
  expect(registry.get("sosu-nyk")?.areas).toEqual(["0360", "0376"]);
  expect(registry.get("sosu-h")?.areas).toHaveLength(29);
  expect(registry.get("foa")?.areas).toEqual([]);
});

test("every actor that a real initiative of the development set names is in the registry", () => {
  const names = development.initiatives.filter(({ origin }) => origin === "real").flatMap(({ actors }) => actors);
  const missing = names.filter(({ name }) => findByName(registry, name) === null).map(({ name }) => name);
  expect(missing).toEqual(["Beskæftigelsesforvaltningen"]);
});

test("the check is measured without the names that its own texts brought", () => {
  expect(referenceRegistry().get("lynghedeskolen")).toBeUndefined();
  expect(referenceRegistry().get("sosu-h")?.aliases).not.toContain("SOSU-skolen i Hillerød (SOSU H)");
});
