import { useState } from "react";
import { Avatar } from "#app/components/avatar.tsx";
import { Button } from "#app/components/button.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { Member } from "#db/queries/organisations.ts";
import { EndAccessDialog } from "./end-access-dialog.tsx";

export interface MemberListProps {
  readonly members: readonly Member[];
  readonly manages: boolean;
  readonly refused: string | undefined;
}

/** Who has which access, since when, and the way to end it. */
export function MemberList({ members, manages, refused }: MemberListProps) {
  const { t } = useTranslation("people");
  const [ending, setEnding] = useState<Member | null>(null);
  return (
    <Panel heading={t("organisation.members")} aside={members.length > 0 ? members.length : undefined}>
      {refused !== undefined && (
        <p role="alert" className="mb-3 rounded-md bg-overlap-on px-3 py-2 text-overlap">
          {refused}
        </p>
      )}
      {members.length === 0 && <p className="text-muted">{t("organisation.noMembers")}</p>}
      <ul className="divide-y divide-line">
        {members.map((member) => (
          <MemberRow key={member.assignmentId} member={member} onEnd={manages ? () => setEnding(member) : undefined} />
        ))}
      </ul>
      {ending !== null && <EndAccessDialog member={ending} onClose={() => setEnding(null)} />}
    </Panel>
  );
}

function MemberRow({ member, onEnd }: { readonly member: Member; readonly onEnd: (() => void) | undefined }) {
  const { t } = useTranslation("people");
  const { t: word } = useTranslation("vocabulary");
  const format = useFormat();
  const role = word(`role.${member.role}`);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
      <Avatar id={member.personId} name={member.name} isDecorative />
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-medium">{member.name}</p>
        <p className="text-[13px] text-muted">
          {role} · {t("organisation.since", { date: format.date(member.since) })} · {member.email}
        </p>
      </div>
      {onEnd !== undefined && (
        <Button
          size="small"
          onPress={onEnd}
          aria-label={t("organisation.endFor", { name: member.name, role: role.toLowerCase() })}
        >
          {t("organisation.end")}
        </Button>
      )}
    </li>
  );
}
