import { textsOf } from "#app/http/language.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { notFound, redirectWithin, unprocessable } from "#app/http/responses.server.ts";
import { newToken } from "#app/http/tokens.server.ts";
import { readWorkshopForm } from "#app/http/workshop-form.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { endFacilitator } from "#db/queries/facilitators.ts";
import { createInvitation, revokeInvitation } from "#db/queries/invitations.ts";
import { administeredOrganisationIds, findOrganisation } from "#db/queries/organisations.ts";
import { addParticipant, removeParticipant } from "#db/queries/participants.ts";
import { editWorkshop } from "#db/queries/workshops.ts";
import type { Role } from "#domain/organisation.ts";
import type { Person, WorkshopSubject } from "#domain/permissions.ts";

interface Posted {
  readonly context: Services;
  readonly request: Request;
  readonly person: Person;
  readonly subject: WorkshopSubject;
  readonly form: FormData;
}

/** Shown once: only its hash is kept. */
export interface MadeLink {
  readonly link: string;
  /** Null for a link to a facilitator. */
  readonly organisationId: string | null;
}

/** Pressed twice, or by two facilitators at once, it comes in once. */
export async function addOrganisation({ context, person, subject, form }: Posted) {
  const { db } = context;
  const chosen = String(form.get("organisationId"));
  if (chosen === "") return back(subject);
  const organisation = await findOrganisation(db, chosen);
  if (organisation === null) throw notFound();
  const [workshopId, organisationId, addedBy, now] = [subject.id, organisation.id, person.id, context.now()];
  await addParticipant(db, { workshopId, organisationId, boardId: crypto.randomUUID(), addedBy, now });
  context.rooms.accessChanged();
  return back(subject);
}

/** Its board is its own from now on; open pages of the others are sent out. */
export async function removeOrganisation({ context, person, subject, form }: Posted) {
  const organisationId = String(form.get("organisationId"));
  const removal = { workshopId: subject.id, organisationId, removedBy: person.id, now: context.now() };
  await removeParticipant(context.db, removal);
  context.rooms.accessChanged();
  return back(subject);
}

export async function endFacilitating({ context, request, person, subject, form }: Posted) {
  const personId = String(form.get("personId"));
  const end = { workshopId: subject.id, personId, endedBy: person.id, now: context.now() };
  const result = await endFacilitator(context.db, end);
  if ("refused" in result && result.refused === "last-facilitator") {
    return unprocessable({ notEnded: textsOf(request, context, "workshop")("participants.lastFacilitator") });
  }
  context.rooms.accessChanged();
  // Who has ended their own role may not look at this page any more.
  return personId === person.id ? redirectWithin("/workshops", { fallback: "/workshops" }) : back(subject);
}

/**
 * To the first administrator of an organisation in the workshop. Once it has one, it invites its colleagues itself: a
 * facilitator cannot give anybody, or themselves, a kommune's boards.
 */
export async function inviteFirstAdministrator(posted: Posted) {
  const { context, subject, form } = posted;
  const organisationId = String(form.get("organisationId"));
  const isOpen = !(await administeredOrganisationIds(context.db)).has(organisationId);
  if (!isOpen || !subject.organisationIds.includes(organisationId)) throw notFound();
  return makeLink(posted, { role: "kommune-admin", organisationId });
}

export const inviteFacilitator = (posted: Posted) => makeLink(posted, { role: "facilitator", organisationId: null });

async function makeLink(
  { context, person, subject }: Posted,
  to: { role: Role; organisationId: string | null },
): Promise<MadeLink> {
  const { token, hash: tokenHash } = newToken();
  const now = context.now();
  const invitation = { id: crypto.randomUUID(), tokenHash, ...to, workshopId: subject.id, note: null };
  await createInvitation(context.db, { ...invitation, invitedBy: person.id, now });
  const event = { at: now, personId: person.id, action: "invitation-created", subject: subject.id } as const;
  await recordAudit(context.db, { ...event, detail: { role: to.role } });
  return { link: `${context.settings.origin}/invitations/${token}`, organisationId: to.organisationId };
}

export async function revoke({ context, person, subject, form }: Posted) {
  const id = String(form.get("invitationId"));
  const now = context.now();
  const { revoked } = await revokeInvitation(context.db, { id, workshopId: subject.id, now });
  const event = { at: now, personId: person.id, action: "invitation-revoked", subject: id } as const;
  if (revoked) await recordAudit(context.db, event);
  return back(subject);
}

export async function saveWorkshop({ context, request, subject, form }: Posted) {
  const read = readWorkshopForm(context, request, form);
  if (!read.ok) return unprocessable({ refused: read });
  await editWorkshop(context.db, subject.id, read.value);
  return { saved: true as const };
}

const back = ({ id }: WorkshopSubject) => redirectWithin(`/workshops/${id}/participants`, { fallback: "/workshops" });
