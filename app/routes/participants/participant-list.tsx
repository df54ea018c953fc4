import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { ConfirmStep } from "#app/components/confirm-step.tsx";
import { NewLink } from "#app/components/new-link.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { MadeLink } from "./actions.server.ts";
import type { Participant } from "./data.server.ts";

export interface ParticipantListProps {
  readonly participants: readonly Participant[];
  /** A link just made, for one of them. */
  readonly made: MadeLink | undefined;
  /** The one that the reader has asked to take out. */
  readonly removing: string | null;
}

/** The part of the address that names the organisation to be taken out. */
export const REMOVE = "remove";

/** Who takes part; those that nobody has access for can be sent a link to their first administrator. */
export function ParticipantList({ participants, made, removing }: ParticipantListProps) {
  const { t } = useTranslation("workshop");
  const format = useFormat();
  const sorted = participants.toSorted((a, b) => format.compare(a.name, b.name));
  return (
    <Panel heading={t("participants.list")} aside={participants.length}>
      {participants.length === 0 && <p className="text-muted">{t("noBoards")}</p>}
      <ul className="divide-y divide-line">
        {sorted.map((participant) => (
          <li key={participant.id} className="py-2.5">
            <ParticipantRow participant={participant} />
            {made?.organisationId === participant.id && (
              <div className="mt-2">
                <NewLink url={made.link} />
              </div>
            )}
            {removing === participant.id && (
              <div className="mt-2">
                <ConfirmStep
                  question={t("participants.removeQuestion", { organisation: participant.fullName })}
                  fields={{ intent: "remove-organisation", organisationId: participant.id }}
                  submit={t("participants.remove")}
                >
                  <p>
                    {t(
                      participant.kind === "municipality" ? "participants.removeText" : "participants.removeOtherText",
                    )}
                  </p>
                </ConfirmStep>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function ParticipantRow({ participant: { id, fullName, hasAdministrator } }: { readonly participant: Participant }) {
  const { t } = useTranslation("workshop");
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <div>
        <p className="font-medium">{fullName}</p>
        <p className={hasAdministrator ? "text-[13px] text-muted" : "text-[13px] font-medium text-gap"}>
          {hasAdministrator ? t("participants.hasAdministrator") : t("participants.noAdministrator")}
        </p>
      </div>
      <div className="flex items-center gap-3">
        {!hasAdministrator && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="intent" value="invite-first-administrator" />
            <input type="hidden" name="organisationId" value={id} />
            <Button type="submit" size="small" aria-label={t("participants.inviteFirst", { organisation: fullName })}>
              {t("participants.inviteFirstShort")}
            </Button>
          </Form>
        )}
        <Link
          to={`?${REMOVE}=${id}`}
          preventScrollReset
          className="link text-[13px]"
          aria-label={t("participants.removeOf", { organisation: fullName })}
        >
          {t("participants.remove")}
        </Link>
      </div>
    </div>
  );
}
