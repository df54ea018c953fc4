import { useTranslation } from "#app/text/use-translation.ts";
import type { InvitationShown } from "./data.server.ts";

/** Who invites to what, in one sentence. */
export function InvitationSentence({ invitation }: { readonly invitation: InvitationShown }) {
  const { t } = useTranslation("people");
  const { t: word } = useTranslation("vocabulary");
  const { role, organisation, workshop, invitedBy } = invitation;
  const values = {
    name: invitedBy,
    role: word(`role.${role}`).toLowerCase(),
    organisation: organisation?.fullName ?? "",
    workshop: workshop?.title ?? "",
  };
  const forOrganisation = workshop === null ? "toOrganisation" : "toOrganisationForWorkshop";
  return (
    <p className="text-lg/7">{t(`invitation.${organisation === null ? "toWorkshop" : forOrganisation}`, values)}</p>
  );
}
