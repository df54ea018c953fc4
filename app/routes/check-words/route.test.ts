import { expect, test, vi } from "vitest";
import type { Services } from "#app/http/load-context.server.ts";
import { listAudit } from "#db/queries/audit.ts";
import { listAddedForms } from "#db/queries/lexicon-forms.ts";
import { addInitiative, addPerson, aWorkshopOf } from "../../../tests/factories.ts";
import { asking, servicesFor } from "../../../tests/services.ts";
import { action, loader } from "./route.tsx";

const formsChanged = vi.fn(async () => undefined);

async function world() {
  formsChanged.mockClear();
  const db = aWorkshopOf("holbaek");
  addInitiative(db, { boardId: "holbaek", id: "one", title: "Kaffemakker" });
  addPerson(db, { id: "facilitator", roles: [{ role: "facilitator", workshopId: "w" }] });
  addPerson(db, { id: "hr", roles: [{ role: "editor", organisationId: "0316" }] });
  const services = async (personId: string): Promise<Services> => {
    const given = await servicesFor(db, personId);
    const findForm = async () => [{ boardId: "holbaek", initiativeId: "one" }];
    return { ...given, synergy: { ...given.synergy, formsChanged, findForm } };
  };
  const open = async (personId: string, search: string) =>
    (await loader(asking(await services(personId), `/check/words${search}`))).page;
  const post = async (form: Record<string, string>) =>
    action(asking(await services("facilitator"), "/check/words?concept=means.buddy-intro&form=x", { form }));
  return { db, open, post };
}
const KAFFE = { intent: "add", facet: "means", conceptId: "buddy-intro", form: " Kaffemakker " };

test("concepts are found by their names and by their words", async () => {
  const { open } = await world();
  const found = async (q: string) => (await open("hr", `?q=${q}`)).concepts.map(({ id }) => id);
  expect(await found("lommepengejob")).toEqual(["leisure-job"]);
  expect(await found("vikarkorps")).toContain("internal-temp-pool");
  expect(await found("intetbegreb")).toEqual([]);
});

test("before a form is added it says what it would match, or why it cannot be added", async () => {
  const { open } = await world();
  const preview = async (form: string, personId = "facilitator") =>
    (await open(personId, `?${new URLSearchParams({ concept: "means.buddy-intro", form })}`)).preview;
  expect(await preview("Kaffemakker")).toMatchObject({
    form: "kaffemakker",
    problem: null,
    matches: [{ initiativeId: "one", title: "Kaffemakker" }],
    among: 1,
  });
  expect(await preview("a|b")).toMatchObject({ problem: "not-a-form" });
  expect(await preview("fritidsjob")).toMatchObject({ elsewhere: "fritidsjob for unge" });
  expect(await preview("kaffemakker", "hr")).toBeNull();
});

test("a form is added once, told to the check, written down with who, and taken back", async () => {
  const { db, open, post } = await world();
  expect(((await post(KAFFE)) as Response).headers.get("Location")).toBe("/check/words?concept=means.buddy-intro");
  await post(KAFFE);
  const [form, ...more] = await listAddedForms(db);
  expect([form?.form, form?.addedBy, more]).toEqual(["kaffemakker", "facilitator", []]);
  expect((await open("hr", "?concept=means.buddy-intro")).chosen?.addedForms).toHaveLength(1);
  await post({ intent: "remove", id: form?.id ?? "" });
  expect(await listAddedForms(db)).toEqual([]);
  expect(formsChanged).toHaveBeenCalledTimes(2);
  expect((await listAudit(db)).map((event) => [event.action, event.subject, event.detail])).toEqual([
    ["lexicon-form-added", "means.buddy-intro", { form: "kaffemakker" }],
    ["lexicon-form-removed", "means.buddy-intro", { form: "kaffemakker" }],
  ]);
});

test.each([{ form: "a|b" }, { conceptId: "none" }, { facet: "place" }])(
  "what is no form of a concept is refused: %o",
  async (over) => {
    const { post } = await world();
    await expect(post({ ...KAFFE, ...over })).rejects.toMatchObject({ status: 400 });
  },
);
