import type { Services } from "#app/http/load-context.server.ts";
import { listBoards } from "#db/queries/boards.ts";
import { type Invitation, listOrganisationInvitations } from "#db/queries/invitations.ts";
import { listMembers, type Organisation } from "#db/queries/organisations.ts";
import { type InvitationState, invitationState, rolesToGive } from "#domain/invitation.ts";
import { belongsTo, can, type OrganisationSubject, type Person } from "#domain/permissions.ts";

export interface ListedInvitation
  extends Pick<Invitation, "id" | "role" | "note" | "invitedBy" | "createdAt" | "expiresAt" | "usedBy"> {
  readonly state: InvitationState;
}

/** People, invitations and boards of one organisation, as far as the person may see them. */
export async function loadOrganisation({ db, now }: Services, person: Person, organisation: Organisation) {
  const { id } = organisation;
  const subject: OrganisationSubject = { type: "organisation", id };
  const manages = can(person, "organisation.manage-members", subject);
  const invitations = manages ? await listOrganisationInvitations(db, id) : [];
  const boards = (await listBoards(db)).filter((board) => board.organisation.id === id);
  return {
    organisation,
    members: await listMembers(db, id),
    manages,
    roles: rolesToGive(person, id),
    invitations: invitations.map((each) => toListed(each, now())),
    boards: boards.map(({ id: boardId, workshop, visibility }) => ({ id: boardId, workshop, visibility })),
    // A system administrator sees who is here, and nothing that stands on a board.
    opensBoards: belongsTo(person, id),
    setsVisibility: person.roles.some((held) => held.role === "kommune-admin" && held.organisationId === id),
  };
}

function toListed(invitation: Invitation, now: number): ListedInvitation {
  const { id, role, note, invitedBy, createdAt, expiresAt, usedBy } = invitation;
  return { id, role, note, invitedBy, createdAt, expiresAt, usedBy, state: invitationState(invitation, now) };
}
