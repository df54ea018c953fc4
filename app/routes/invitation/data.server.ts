import type { Services } from "#app/http/load-context.server.ts";
import { hashToken } from "#app/http/tokens.server.ts";
import { findInvitation, type Invitation } from "#db/queries/invitations.ts";
import { invitationState } from "#domain/invitation.ts";

/** What the link invites to; null when it is unknown, used, withdrawn, too old or not given any more, which look alike. */
export async function openInvitation({ db, now, session }: Services, token: string): Promise<InvitationShown | null> {
  const found = await findInvitation(db, hashToken(token));
  if (found === null || invitationState(found, now()) !== "open") return null;
  const { role, organisation, workshop, invitedBy } = found;
  return { role, organisation, workshop, invitedBy, isOwn: found.inviterId === session?.person.id };
}

export interface InvitationShown extends Pick<Invitation, "role" | "organisation" | "workshop" | "invitedBy"> {
  /** The one who looks has made it. */
  readonly isOwn: boolean;
}
