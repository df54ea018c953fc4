import { Link } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { ListedOrganisation } from "./data.server.ts";

/** Kommuner first, then the others; each by Danish order. */
export function OrganisationList({ organisations }: { readonly organisations: readonly ListedOrganisation[] }) {
  const { t } = useTranslation("people");
  const format = useFormat();
  if (organisations.length === 0) {
    return <EmptyState heading={t("organisations.empty")}>{t("organisations.emptyText")}</EmptyState>;
  }
  const sorted = organisations.toSorted((a, b) => format.compare(a.name, b.name));
  const groups = [
    { heading: t("organisations.municipalities"), list: sorted.filter(({ kind }) => kind === "municipality") },
    { heading: t("organisations.other"), list: sorted.filter(({ kind }) => kind !== "municipality") },
  ];
  return (
    <div className="grid gap-5">
      {groups
        .filter(({ list }) => list.length > 0)
        .map(({ heading, list }) => (
          <Panel key={heading} heading={heading} aside={list.length}>
            <ul className="divide-y divide-line">
              {list.map((organisation) => (
                <OrganisationRow key={organisation.id} organisation={organisation} />
              ))}
            </ul>
          </Panel>
        ))}
    </div>
  );
}

function OrganisationRow({ organisation }: { readonly organisation: ListedOrganisation }) {
  const { t } = useTranslation("people");
  const { t: word } = useTranslation("vocabulary");
  const { id, name, fullName, kind, members, hasAdministrator } = organisation;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 py-2">
      <Link to={`/organisations/${id}`} className="link font-medium">
        {fullName || name}
      </Link>
      <span className="text-[13px] text-muted">
        {kind !== "municipality" && `${word(`organisationKind.${kind}`)} · `}
        {t("organisations.members", { count: members })}
        {!hasAdministrator && <span className="font-medium text-gap"> · {t("organisations.noAdministrator")}</span>}
      </span>
    </li>
  );
}
