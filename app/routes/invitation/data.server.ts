import type { Services } from "#app/http/load-context.server.ts";
import { hashToken } from "#app/http/tokens.server.ts";
import { findInvitation, type Invitation } from "#db/queries/invitations.ts";
import { invitationState } from "#domain/invitation.ts";

/** What the link invites to; null when it is unknown, used, withdrawn or too old, which all look alike. */
export async function openInvitation({ db, now }: Services, token: string): Promise<InvitationShown | null> {
  const found = await findInvitation(db, hashToken(token));
  if (found === null || invitationState(found, now()) !== "open") return null;
  const { role, organisation, workshop, invitedBy } = found;
  return { role, organisation, workshop, invitedBy };
}

export type InvitationShown = Pick<Invitation, "role" | "organisation" | "workshop" | "invitedBy">;
