import { randomUUID } from "node:crypto";
import { z } from "zod";
import { readForm } from "#app/http/forms.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { badRequest } from "#app/http/responses.server.ts";
import { addForm, removeForm } from "#db/queries/lexicon-forms.ts";
import type { Person } from "#domain/permissions.ts";
import { isForm, OPEN_FACETS, plainForm } from "#domain/synergy/form-rules.ts";
import { conceptById } from "#domain/synergy/lexicon.ts";

const forms = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("add"), facet: z.enum(OPEN_FACETS), conceptId: z.string(), form: z.string() }),
  z.object({ intent: z.literal("remove"), id: z.string() }),
]);

/** Adds a form to a concept or takes one back; the check follows at once. */
export async function changeForms(
  context: Services,
  { person, form }: { person: Person; form: FormData },
): Promise<void> {
  const read = readForm(form, forms);
  if (!read.ok) throw badRequest();
  const by = { personId: person.id, now: context.now() };
  const isChanged =
    read.value.intent === "remove"
      ? await removeForm(context.db, { ...by, id: read.value.id })
      : await add(context, { ...by, ...read.value });
  if (isChanged) await context.synergy.formsChanged();
}

type Adding = Omit<Parameters<typeof addForm>[1], "id">;

async function add({ db }: Services, { facet, conceptId, form: typed, personId, now }: Adding): Promise<boolean> {
  const form = plainForm(typed);
  if (!isForm(form) || conceptById(facet, conceptId) === undefined) throw badRequest();
  return addForm(db, { id: randomUUID(), facet, conceptId, form, personId, now });
}
