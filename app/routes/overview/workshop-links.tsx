import { Link } from "@remix-run/react";
import { Panel } from "#app/components/panel.tsx";
import { useTranslation } from "#app/text/use-translation.ts";

const SHOWN = 5;

/** The other workshops that one takes part in. */
export function WorkshopLinks(props: {
  readonly workshops: readonly { readonly id: string; readonly title: string }[];
}) {
  const { t } = useTranslation("overview");
  return (
    <Panel heading={t("workshops.heading")}>
      <ul>
        {props.workshops.slice(0, SHOWN).map(({ id, title }) => (
          <li key={id}>
            <Link to={`/workshops/${id}`} className="block py-1 hover:text-primary hover:underline">
              {title}
            </Link>
          </li>
        ))}
      </ul>
      {props.workshops.length > SHOWN && (
        <Link to="/workshops" className="link mt-2 inline-block text-[13px]">
          {t("workshops.all")}
        </Link>
      )}
    </Panel>
  );
}
