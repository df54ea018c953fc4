import { z } from "zod";
import { type RefusedForm, readForm, requiredText } from "#app/http/forms.server.ts";
import { textsOf } from "#app/http/language.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { redirectWithin, unprocessable } from "#app/http/responses.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { createOrganisation, type Organisation } from "#db/queries/organisations.ts";
import { municipalityOf } from "#domain/municipality.ts";
import { ORGANISATION_KINDS } from "#domain/organisation.ts";
import type { Person } from "#domain/permissions.ts";

const NAME_LIMIT = 120;
const OTHER_KINDS = ORGANISATION_KINDS.filter((kind) => kind !== "municipality");

interface Posted {
  readonly context: Services;
  readonly request: Request;
  readonly person: Person;
  readonly form: FormData;
}

export async function addMunicipality(posted: Posted) {
  const t = textsOf(posted.request, posted.context, "people");
  const code = z.string().refine((value) => municipalityOf(value) !== null, t("organisations.municipalityMissing"));
  const read = readForm(posted.form, z.object({ code }));
  if (!read.ok) return unprocessable<{ refused: RefusedForm }>({ refused: read });
  const { name, fullName } = municipalityOf(read.value.code) ?? { name: "", fullName: "" };
  return add({ id: read.value.code, kind: "municipality", name, fullName }, posted);
}

export async function addOther(posted: Posted) {
  const t = textsOf(posted.request, posted.context, "people");
  const schema = z.object({
    kind: z.enum(OTHER_KINDS),
    name: requiredText(NAME_LIMIT, { missing: t("nameMissing"), tooLong: t("nameTooLong", { count: NAME_LIMIT }) }),
  });
  const read = readForm(posted.form, schema);
  if (!read.ok) return unprocessable<{ refused: RefusedForm }>({ refused: read });
  const { kind, name } = read.value;
  return add({ id: crypto.randomUUID(), kind, name, fullName: name }, posted);
}

async function add(organisation: Organisation, { context, request, person }: Posted) {
  const { created } = await createOrganisation(context.db, { ...organisation, now: context.now() });
  if (!created) {
    const t = textsOf(request, context, "people");
    const refused = { values: {}, errors: { code: t("organisations.taken") } };
    return unprocessable<{ refused: RefusedForm }>({ refused });
  }
  const { id } = organisation;
  await recordAudit(context.db, { at: context.now(), personId: person.id, action: "organisation-added", subject: id });
  return redirectWithin(`/organisations/${id}`, { fallback: "/organisations" });
}
