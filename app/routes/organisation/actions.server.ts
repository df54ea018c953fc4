import { z } from "zod";
import { readForm } from "#app/http/forms.server.ts";
import { requireCan } from "#app/http/guards.server.ts";
import { textsOf } from "#app/http/language.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { badRequest, notFound, redirectWithin, unprocessable } from "#app/http/responses.server.ts";
import { newToken } from "#app/http/tokens.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { createInvitation, revokeInvitation } from "#db/queries/invitations.ts";
import { administeredOrganisationIds, endRole, type Organisation } from "#db/queries/organisations.ts";
import { rolesToGive } from "#domain/invitation.ts";
import { ROLES } from "#domain/organisation.ts";
import type { Person } from "#domain/permissions.ts";

export interface Posted {
  readonly context: Services;
  readonly request: Request;
  readonly person: Person;
  readonly organisation: Organisation;
  readonly form: FormData;
}

export interface OrganisationPosted {
  /** Shown once: only its hash is kept. */
  readonly link?: string;
  /** A sentence about what was not done: to somebody's access, or to a board. */
  readonly refused?: string;
  readonly boardRefused?: string;
}

const NOTE_LIMIT = 120;

export async function invite({ context, person, organisation, form }: Posted) {
  requireCan(context, "organisation.manage-members", { type: "organisation", id: organisation.id });
  const read = readForm(form, z.object({ role: z.enum(ROLES), note: z.string().trim().max(NOTE_LIMIT) }));
  if (!read.ok) throw badRequest();
  const { role, note } = read.value;
  const hasAdministrator = (await administeredOrganisationIds(context.db)).has(organisation.id);
  if (!rolesToGive(person, { id: organisation.id, hasAdministrator }).includes(role)) throw notFound();
  const { token, hash: tokenHash } = newToken();
  const now = context.now();
  const invitation = { id: crypto.randomUUID(), tokenHash, role, organisationId: organisation.id, workshopId: null };
  await createInvitation(context.db, { ...invitation, note: note || null, invitedBy: person.id, now });
  const event = { at: now, personId: person.id, action: "invitation-created", subject: organisation.id } as const;
  await recordAudit(context.db, { ...event, detail: { role } });
  return { link: `${context.settings.origin}/invitations/${token}` } satisfies OrganisationPosted;
}

export async function revoke({ context, person, organisation, form }: Posted) {
  requireCan(context, "organisation.manage-members", { type: "organisation", id: organisation.id });
  const id = String(form.get("invitationId"));
  const now = context.now();
  const { revoked } = await revokeInvitation(context.db, { id, organisationId: organisation.id, now });
  const event = { at: now, personId: person.id, action: "invitation-revoked", subject: id } as const;
  if (revoked) await recordAudit(context.db, event);
  return back(organisation);
}

export async function endAccess({ context, request, person, organisation, form }: Posted) {
  requireCan(context, "organisation.manage-members", { type: "organisation", id: organisation.id });
  const end = { organisationId: organisation.id, assignmentId: String(form.get("assignmentId")), now: context.now() };
  const result = await endRole(context.db, end);
  if ("refused" in result) {
    if (result.refused === "unknown") return back(organisation);
    const refused = textsOf(request, context, "people")("organisation.lastAdministrator");
    return unprocessable<OrganisationPosted>({ refused });
  }
  const event = { at: end.now, personId: person.id, action: "role-ended", subject: result.personId } as const;
  await recordAudit(context.db, { ...event, detail: { organisation: organisation.id } });
  context.rooms.accessChanged();
  return back(organisation);
}

export const back = ({ id }: Organisation) => redirectWithin(`/organisations/${id}`, { fallback: "/organisations" });
