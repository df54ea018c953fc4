import type { Services } from "#app/http/load-context.server.ts";
import { listFacilitators } from "#db/queries/facilitators.ts";
import { listWorkshopInvitations } from "#db/queries/invitations.ts";
import { administeredOrganisationIds, listOrganisations, type Organisation } from "#db/queries/organisations.ts";
import { findWorkshop } from "#db/queries/workshops.ts";
import { invitationState } from "#domain/invitation.ts";
import type { WorkshopSubject } from "#domain/permissions.ts";

export interface Participant extends Organisation {
  readonly hasAdministrator: boolean;
}

export async function loadParticipants({ db, now }: Services, subject: WorkshopSubject) {
  const taking = new Set(subject.organisationIds);
  const administered = await administeredOrganisationIds(db);
  const organisations = await listOrganisations(db);
  const invitations = await listWorkshopInvitations(db, subject.id);
  const at = now();
  return {
    workshop: await findWorkshop(db, subject.id),
    participants: organisations
      .filter(({ id }) => taking.has(id))
      .map((each): Participant => ({ ...each, hasAdministrator: administered.has(each.id) })),
    addable: organisations.filter(({ id }) => !taking.has(id)),
    facilitators: await listFacilitators(db, subject.id),
    pending: invitations
      .filter((each) => invitationState(each, at) === "open")
      .map(({ id, role, organisation, invitedBy, expiresAt }) => ({ id, role, organisation, invitedBy, expiresAt })),
  };
}
