import { Form } from "@remix-run/react";
import { Avatar } from "#app/components/avatar.tsx";
import { Button } from "#app/components/button.tsx";
import { NewLink } from "#app/components/new-link.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useTranslation } from "#app/text/use-translation.ts";

export interface FacilitatorsProps {
  readonly facilitators: readonly { readonly id: string; readonly name: string }[];
  /** A link just made. */
  readonly link: string | undefined;
}

export function Facilitators({ facilitators, link }: FacilitatorsProps) {
  const { t } = useTranslation("workshop");
  return (
    <Panel heading={t("participants.coFacilitators")}>
      <p className="mb-3 text-muted">{t("participants.coFacilitatorsText")}</p>
      <ul className="mb-4 grid gap-2">
        {facilitators.map(({ id, name }) => (
          <li key={id} className="flex items-center gap-2.5 font-medium">
            <Avatar id={id} name={name} isDecorative />
            {name}
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
