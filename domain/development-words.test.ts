import { expect, test } from "vitest";
import { isActorType } from "./actor.ts";
import { activityId, actorTypeOf, departmentId, phaseOf, professionIds, themeId } from "./development-words.ts";
import professionReference from "./reference/professions.json" with { type: "json" };
import themeReference from "./reference/themes.json" with { type: "json" };
import development from "./synergy/development/dev.json" with { type: "json" };

const idsOf = (entries: readonly { id: string }[]) => new Set(entries.map((entry) => entry.id));
const initiatives = development.initiatives;

test("every phase of the development set is translated, and only the empty one makes no claim", () => {
  for (const { phase } of initiatives) expect(phaseOf(phase).status === null, phase).toBe(phase === "");
});

test("evalueret is running and keeps the mark that it is evaluated", () => {
  expect(phaseOf("evalueret")).toEqual({ status: "running", evaluated: true });
  expect(phaseOf("drift")).toEqual({ status: "running", evaluated: false });
  expect(phaseOf("planlægning")).toEqual({
    status: "clarifying",
    evaluated: false,
  });
});

test("every profession word of the development set becomes ids of the reference data", () => {
  const known = idsOf(professionReference.professions);
  for (const word of new Set(initiatives.flatMap((initiative) => initiative.professions))) {
    expect(professionIds(word).length, word).toBeGreaterThan(0);
    for (const id of professionIds(word)) expect(known, word).toContain(id);
  }
});

test("every theme, activity and department word of the development set becomes an id of the reference data", () => {
  const themes = idsOf(themeReference.themes);
  const activities = idsOf(themeReference.activityTypes);
  const departments = idsOf(themeReference.departments);
  for (const { theme, activity, department } of initiatives) {
    if (theme !== "") expect(themes, theme).toContain(themeId(theme));
    if (activity !== "") expect(activities, activity).toContain(activityId(activity));
    if (department !== "") expect(departments, department).toContain(departmentId(department));
  }
});

test("every actor type of the development set becomes a type of the registry", () => {
  for (const { name, type } of initiatives.flatMap((initiative) => initiative.actors)) {
    expect(isActorType(actorTypeOf(type, name)), `${name} (${type})`).toBe(true);
  }
});

test("a SOSU school is a school, any other place of learning an education institution", () => {
  expect(actorTypeOf("education", "Social- og Sundhedsskolen i Herning")).toBe("school");
  expect(actorTypeOf("education", "SOSU Syd")).toBe("school");
  expect(actorTypeOf("education", "Københavns Professionshøjskole")).toBe("education-institution");
});

test("a word is read whatever its case and Unicode form, by label and by id", () => {
  expect(professionIds("SOSU")).toEqual(["sosu-hjaelper", "sosu-assistent"]);
  expect(professionIds("Pædagog")).toEqual(["paedagog"]);
  expect(themeId("LØN".normalize("NFD"))).toBe("loen-vilkaar");
  expect(activityId("mentor")).toBe("mentor");
});

test("an unknown word makes no claim instead of a wrong one", () => {
  expect(phaseOf("måske")).toEqual({ status: null, evaluated: false });
  expect(professionIds("astronaut")).toEqual([]);
  expect(themeId("månen")).toBeNull();
  expect(activityId("")).toBeNull();
  expect(departmentId("Rumfart")).toBeNull();
  expect(actorTypeOf("martian", "Mars")).toBeNull();
});
