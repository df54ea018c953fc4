import { Form, Link } from "@remix-run/react";
import { Avatar } from "#app/components/avatar.tsx";
import { Button } from "#app/components/button.tsx";
import { ConfirmStep } from "#app/components/confirm-step.tsx";
import { NewLink } from "#app/components/new-link.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useTranslation } from "#app/text/use-translation.ts";

export interface FacilitatorsProps {
  readonly facilitators: readonly { readonly id: string; readonly name: string }[];
  /** A link just made. */
  readonly link: string | undefined;
  /** The one whose role the reader has asked to end. */
  readonly ending: string | null;
  /** Why a role was not ended. */
  readonly refused: string | undefined;
}

/** The part of the address that names the facilitator whose role is to end. */
export const END = "end";

export function Facilitators({ facilitators, link, ending, refused }: FacilitatorsProps) {
  const { t } = useTranslation("workshop");
  return (
    <Panel heading={t("participants.coFacilitators")}>
      <p className="mb-3 text-muted">{t("participants.coFacilitatorsText")}</p>
      {refused !== undefined && (
        <p role="alert" className="mb-3 rounded-md bg-overlap-on px-3 py-2 text-overlap">
          {refused}
        </p>
      )}
      <ul className="mb-4 grid gap-2">
        {facilitators.map((facilitator) => (
          <li key={facilitator.id}>
            <FacilitatorRow facilitator={facilitator} />
            {ending === facilitator.id && (
              <div className="mt-2">
                <ConfirmStep
                  question={t("participants.endQuestion", { name: facilitator.name })}
                  fields={{ intent: "end-facilitating", personId: facilitator.id }}
                  submit={t("participants.end")}
                >
                  <p>{t("participants.endText", { name: facilitator.name })}</p>
                </ConfirmStep>
              </div>
            )}
          </li>
        ))}
      </ul>
      {link !== undefined && <NewLink url={link} />}
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="invite-facilitator" />
        <Button type="submit">{t("participants.inviteFacilitator")}</Button>
      </Form>
    </Panel>
  );
}

function FacilitatorRow({
  facilitator: { id, name },
}: {
  readonly facilitator: FacilitatorsProps["facilitators"][number];
}) {
  const { t } = useTranslation("workshop");
  return (
    <div className="flex items-center gap-2.5">
      <Avatar id={id} name={name} isDecorative />
      <span className="min-w-0 flex-1 font-medium">{name}</span>
      <Link
        to={`?${END}=${id}`}
        preventScrollReset
        className="link text-[13px]"
        aria-label={t("participants.endFor", { name })}
      >
        {t("participants.end")}
      </Link>
    </div>
  );
}
