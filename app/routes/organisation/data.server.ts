import type { Services } from "#app/http/load-context.server.ts";
import { type Board, countInitiatives, listBoards } from "#db/queries/boards.ts";
import { type DeletedBoard, listDeletedBoards } from "#db/queries/deleted-boards.ts";
import { type Invitation, listOrganisationInvitations } from "#db/queries/invitations.ts";
import { listMembers, type Organisation } from "#db/queries/organisations.ts";
import { restorableUntil } from "#domain/deleted-board.ts";
import { type InvitationState, invitationState, rolesToGive } from "#domain/invitation.ts";
import { belongsTo, can, type OrganisationSubject, type Person } from "#domain/permissions.ts";

export interface ListedInvitation
  extends Pick<Invitation, "id" | "role" | "note" | "invitedBy" | "createdAt" | "expiresAt" | "usedBy"> {
  readonly state: InvitationState;
}

/** People, invitations and boards of one organisation, as far as the person may see them. */
export async function loadOrganisation(
  { db, now, rooms }: Services,
  { person, organisation, deleting }: { person: Person; organisation: Organisation; deleting: string | null },
) {
  const { id } = organisation;
  const subject: OrganisationSubject = { type: "organisation", id };
  const manages = can(person, "organisation.manage-members", subject);
  const members = await listMembers(db, id);
  const invitations = manages ? await listOrganisationInvitations(db, id) : [];
  const boards = (await listBoards(db)).filter((board) => board.organisation.id === id);
  const administers = person.roles.some((held) => held.role === "kommune-admin" && held.organisationId === id);
  return {
    organisation,
    members,
    manages,
    roles: rolesToGive(person, { id, hasAdministrator: members.some(({ role }) => role === "kommune-admin") }),
    invitations: invitations.map((each) => toListed(each, now())),
    boards: boards.map(({ id: boardId, workshop, visibility, takesPart }) => ({
      id: boardId,
      workshop,
      visibility,
      takesPart,
    })),
    // A system administrator sees who is here, and nothing that stands on a board.
    opensBoards: belongsTo(person, id),
    administers,
    // What the administrator has asked to delete and is told about first.
    deleting: administers
      ? await boardToDelete(
          { db, rooms },
          boards.find((board) => board.id === deleting),
        )
      : null,
    deletedBoards: administers ? (await listDeletedBoards(db, id, now())).map(toListedBoard) : [],
  };
}

async function boardToDelete({ db, rooms }: Pick<Services, "db" | "rooms">, board: Board | undefined) {
  if (board === undefined) return null;
  const { id, workshop } = board;
  // What was written a moment ago is lost too, and counted.
  await rooms.settle();
  return { id, workshop, initiatives: (await countInitiatives(db)).get(id) ?? 0 };
}

const toListedBoard = ({ deletedAt, ...board }: DeletedBoard) => ({
  ...board,
  deletedAt,
  until: restorableUntil(deletedAt),
});

function toListed(invitation: Invitation, now: number): ListedInvitation {
  const { id, role, note, invitedBy, createdAt, expiresAt, usedBy } = invitation;
  return { id, role, note, invitedBy, createdAt, expiresAt, usedBy, state: invitationState(invitation, now) };
}
