import { Form, Link } from "@remix-run/react";
import { useTranslation } from "#app/text/use-translation.ts";
import { Avatar } from "./avatar.tsx";
import { Disclosure } from "./disclosure.tsx";
import type { ShellPerson } from "./shell-context.tsx";

const entryClass = "flex min-h-9 w-full items-center rounded-md px-2 text-left hover:bg-primary-on hover:text-primary";

/** The signed-in person: account, what they administer, sign out. */
export function PersonMenu({ person }: { readonly person: ShellPerson }) {
  const { t } = useTranslation("common");
  return (
    <Disclosure
      label={t("person.menu", { name: person.name })}
      trigger={<Avatar id={person.id} name={person.name} isDecorative />}
    >
      <p className="px-2 pt-1 pb-2 font-semibold">{person.name}</p>
      <ul className="border-t border-line pt-1">
        <li>
          <Link to="/account" className={entryClass}>
            {t("person.account")}
          </Link>
        </li>
        {person.hasOrganisation && (
          <li>
            <Link to="/organisations" className={entryClass}>
              {t("person.organisations")}
            </Link>
          </li>
        )}
        <li>
          <Form method="post" action="/sign-out" reloadDocument>
            <button type="submit" className={entryClass}>
              {t("person.signOut")}
            </button>
          </Form>
        </li>
      </ul>
    </Disclosure>
  );
}
