import { expect, test } from "vitest";
import { isActorType } from "#domain/actor.ts";
import actors from "./actors.json" with { type: "json" };
import indicators from "./indicators.json" with { type: "json" };
import kommuner from "./kommuner.json" with { type: "json" };
import named from "./named-actors.json" with { type: "json" };
import professions from "./professions.json" with { type: "json" };
import synonyms from "./synonyms.json" with { type: "json" };
import themes from "./themes.json" with { type: "json" };

const repeated = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index);
const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);
const codes = new Set(kommuner.kommuner.map(({ code }) => code));

test("98 kommuner, each with a code, a name and a tile of its own", () => {
  expect(kommuner.kommuner).toHaveLength(98);
  for (const key of ["code", "name", "slug"] as const) {
    expect(repeated(kommuner.kommuner.map((kommune) => kommune[key]))).toEqual([]);
  }
  expect(repeated(kommuner.kommuner.map(({ tile }) => `${tile.col},${tile.row}`))).toEqual([]);
  for (const { code } of kommuner.kommuner) expect(code).toMatch(/^0\d{3}$/);
});

test("neighbours and water links hold both ways", () => {
  const of = new Map(kommuner.kommuner.map((kommune) => [kommune.code, kommune]));
  for (const { code, neighbours, waterLinks } of kommuner.kommuner) {
    for (const other of neighbours) expect(of.get(other)?.neighbours, `${code}–${other}`).toContain(code);
    for (const link of waterLinks) {
      const back = of.get(link.code)?.waterLinks.map((other) => other.code);
      expect(back, `${code}–${link.code}`).toContain(code);
    }
  }
});

test("the KKR have 29, 17, 22, 19 and 11 kommuner, and every region and KKR is one of those listed", () => {
  const count = (kkr: string) => kommuner.kommuner.filter((kommune) => kommune.kkr === kkr).length;
  const order = ["Hovedstaden", "Sjælland", "Syddanmark", "Midtjylland", "Nordjylland"];
  expect(order.map((name) => count(`KKR ${name}`))).toEqual([29, 17, 22, 19, 11]);
  const regions = new Map(kommuner.regions.map((region) => [region.code, region]));
  for (const { region, kkr } of kommuner.kommuner) expect(regions.get(region)?.kkr).toBe(kkr);
});

test("ids of actors and of every vocabulary are unique and fit a board's document", () => {
  const { professions: jobs, educationPaths } = professions;
  const { levers, themes: topics, activityTypes, phases, departments, targetGroups, frameworks } = themes;
  const lists = { jobs, educationPaths, levers, topics, activityTypes, phases, departments, targetGroups, frameworks };
  const all = { ...lists, actors: [...actors.actors, ...named.actors], indicators: indicators.indicators };
  for (const [name, entries] of Object.entries(all)) {
    expect(repeated(idsOf(entries)), name).toEqual([]);
    for (const id of idsOf(entries)) expect(id).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
  }
});

test("what refers to another list finds it there", () => {
  const professionIds = new Set(idsOf(professions.professions));
  for (const { id, type, professions: for_, reach } of actors.actors) {
    expect(isActorType(type), id).toBe(true);
    for (const profession of for_) expect(professionIds, id).toContain(profession);
    for (const code of "kommuner" in reach ? (reach.kommuner ?? []) : []) expect(codes, id).toContain(code);
  }
  const leverIds = new Set(idsOf(themes.levers));
  for (const { id, levers } of themes.themes) for (const lever of levers) expect(leverIds, id).toContain(lever);
});

test("an actor from a public source says which, and an added name belongs to a known actor", () => {
  const actorIds = new Set(idsOf(actors.actors));
  for (const { type, areas, source } of named.actors) {
    expect(isActorType(type)).toBe(true);
    expect(source.url).toMatch(/^https?:\/\//);
    for (const code of areas) expect(codes).toContain(code);
  }
  for (const { actorId, source } of named.aliases) {
    expect(actorIds).toContain(actorId);
    expect(source.url).toMatch(/^https?:\/\//);
  }
});

test("all text is composed Unicode", () => {
  for (const file of [actors, indicators, kommuner, named, professions, synonyms, themes]) {
    const text = JSON.stringify(file);
    expect(text === text.normalize("NFC")).toBe(true);
  }
});
