import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { ListedInvitation } from "./data.server.ts";

/** Links that were made, what became of them, and the way to withdraw one. */
export function InvitationList({ invitations }: { readonly invitations: readonly ListedInvitation[] }) {
  const { t } = useTranslation("people");
  return (
    <Panel heading={t("organisation.invitations")}>
      <ul className="divide-y divide-line">
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </Panel>
  );
}

function InvitationRow({ invitation }: { readonly invitation: ListedInvitation }) {
  const { t } = useTranslation("people");
  const { t: word } = useTranslation("vocabulary");
  const format = useFormat();
  const { id, note, invitedBy, createdAt, expiresAt, usedBy, state } = invitation;
  const role = word(`role.${invitation.role}`);
  const made = { role, name: invitedBy, date: format.date(createdAt) };
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 py-2.5">
      <div className="min-w-0">
        <p className="font-medium">{note ?? role}</p>
        <p className="text-[13px] text-muted">{t("organisation.invitedAs", made)}</p>
        <p className="text-[13px]">
          {t(`organisation.state.${state}`, { date: format.date(expiresAt), name: usedBy ?? "" })}
        </p>
      </div>
      {state === "open" && (
        <Form method="post">
          <input type="hidden" name="intent" value="revoke" />
          <input type="hidden" name="invitationId" value={id} />
          <Button type="submit" size="small" aria-label={t("organisation.revokeFor", made)}>
            {t("organisation.revoke")}
          </Button>
        </Form>
      )}
    </li>
  );
}
