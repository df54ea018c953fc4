import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { Role } from "#domain/organisation.ts";

export interface PendingInvitationsProps {
  readonly pending: readonly {
    readonly id: string;
    readonly role: Role;
    readonly organisation: { readonly fullName: string } | null;
    readonly invitedBy: string;
    readonly expiresAt: number;
  }[];
}

export function PendingInvitations({ pending }: PendingInvitationsProps) {
  const { t } = useTranslation(["workshop", "people", "vocabulary"]);
  const format = useFormat();
  return (
    <Panel heading={t("participants.pending")}>
      <ul className="divide-y divide-line">
        {pending.map(({ id, role, organisation, invitedBy, expiresAt }) => {
          const what = organisation?.fullName ?? t(`vocabulary:role.${role}`);
          return (
            <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-2.5">
              <span>{t("participants.pendingLine", { what, name: invitedBy, date: format.date(expiresAt) })}</span>
              <Form method="post" preventScrollReset>
                <input type="hidden" name="intent" value="revoke" />
                <input type="hidden" name="invitationId" value={id} />
                <Button
                  type="submit"
                  size="small"
                  aria-label={t("people:organisation.revokeFor", { role: what, date: format.date(expiresAt) })}
                >
                  {t("people:organisation.revoke")}
                </Button>
              </Form>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
