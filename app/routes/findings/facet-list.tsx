import { Link } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "#app/components/class-names.ts";
import { useTableName } from "#app/components/table-name.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { type FindingView, writeFindingView } from "#domain/finding-list.ts";
import type { FindingListPage, NamedFacet } from "./data.server.ts";

const SHOWN_AT_FIRST = 8;

/** What the list can be narrowed to; every choice is a link with the number it leads to. */
export function FacetList({ list }: { readonly list: FindingListPage }) {
  const { t } = useTranslation("findings");
  return (
    <nav aria-label={t("facet.label")} className="border-line bg-surface lg:border-r print:hidden">
      <details className="group border-b border-line lg:hidden">
        <summary className="flex min-h-11 list-none items-center justify-between px-5 font-semibold [&::-webkit-details-marker]:hidden">
          {t("facet.label")}
          <ChevronDown className="size-4 text-muted group-open:rotate-180" aria-hidden="true" />
        </summary>
        <Facets list={list} />
      </details>
      <div className="sticky top-14 max-h-[calc(100dvh-3.5rem)] overflow-y-auto max-lg:hidden">
        <Facets list={list} />
      </div>
    </nav>
  );
}

function Facets({ list: { view, facets, scopes, tables } }: { readonly list: FindingListPage }) {
  const { t } = useTranslation("findings");
  const { t: word } = useTranslation("vocabulary");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 p-5 sm:max-lg:grid-cols-2">
      <FacetGroup heading={t("facet.kind")}>
        {facets.kinds.map(({ id, count }) => (
          <FacetLink
            key={id}
            view={{ ...view, kind: view.kind === id ? null : id }}
            isChosen={view.kind === id}
            count={count}
          >
            {word(`findingKind.${id}`)}
          </FacetLink>
        ))}
      </FacetGroup>
      <FacetGroup heading={t("facet.strength")}>
        {facets.strengths.map(({ id, count }) => (
          <FacetLink
            key={id}
            view={{ ...view, strength: view.strength === id ? null : id }}
            isChosen={view.strength === id}
            count={count}
          >
            {t(`strength.${id}`)}
          </FacetLink>
        ))}
      </FacetGroup>
      <FacetGroup heading={t("facet.progress")}>
        {facets.progress
          .filter(({ id, count }) => id !== "gone" || count > 0 || view.progress === id)
          .map(({ id, count }) => (
            <FacetLink key={id} view={{ ...view, progress: id }} isChosen={view.progress === id} count={count}>
              {t(`progress.${id}`)}
            </FacetLink>
          ))}
      </FacetGroup>
      <OpenFacet heading={t("facet.municipality")} facet="municipality" view={view} choices={facets.municipalities} />
      <OpenFacet heading={t("facet.actor")} facet="actor" view={view} choices={facets.actors} />
      <TableFacet view={view} tables={tables} />
      {(scopes.outside > 0 || view.outside) && (
        <FacetGroup heading={t("facet.scope")}>
          <FacetLink view={{ ...view, outside: false }} isChosen={!view.outside} count={scopes.inside}>
            {t("facet.inside")}
          </FacetLink>
          <FacetLink view={{ ...view, outside: true }} isChosen={view.outside} count={scopes.outside}>
            {t("facet.outside")}
          </FacetLink>
        </FacetGroup>
      )}
    </div>
  );
}

function TableFacet({ view, tables }: Pick<FindingListPage, "view" | "tables">) {
  const { t } = useTranslation("findings");
  const nameOf = useTableName();
  if (tables.length === 0) return null;
  return (
    <FacetGroup heading={t("table.one")}>
      {tables.map((table) => (
        <FacetLink
          key={table.id}
          view={{ ...view, table: view.table === table.id ? null : table.id }}
          isChosen={view.table === table.id}
          count={table.count}
        >
          {nameOf(table)}
        </FacetLink>
      ))}
    </FacetGroup>
  );
}

interface OpenFacetProps {
  readonly heading: string;
  readonly facet: "municipality" | "actor";
  readonly view: FindingView;
  readonly choices: readonly NamedFacet[];
}

/** Kommuner or actors: as many as there are, the first ones at once. */
function OpenFacet({ heading, facet, view, choices }: OpenFacetProps) {
  const { t } = useTranslation("findings");
  if (choices.length === 0) return null;
  const link = ({ id, name, count }: NamedFacet) => (
    <FacetLink
      key={id}
      view={{ ...view, [facet]: view[facet] === id ? null : id }}
      isChosen={view[facet] === id}
      count={count}
    >
      {name}
    </FacetLink>
  );
  const first = choices.filter(({ id }, index) => index < SHOWN_AT_FIRST || id === view[facet]);
  const rest = choices.filter((choice) => !first.includes(choice));
  return (
    <FacetGroup heading={heading}>
      {first.map(link)}
      {rest.length > 0 && (
        <li>
          <details>
            <summary className="min-h-7 list-none py-1 text-muted underline underline-offset-2">
              {t("facet.showAll", { count: choices.length })}
            </summary>
            <ul>{rest.map(link)}</ul>
          </details>
        </li>
      )}
    </FacetGroup>
  );
}

function FacetGroup({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-1 text-xs/5 font-semibold tracking-wide text-muted uppercase">{heading}</h2>
      <ul>{children}</ul>
    </section>
  );
}

interface FacetLinkProps {
  readonly view: FindingView;
  readonly isChosen: boolean;
  readonly count: number;
  readonly children: ReactNode;
}

function FacetLink({ view, isChosen, count, children }: FacetLinkProps) {
  const search = writeFindingView(view);
  return (
    <li>
      <Link
        to={search === "" ? "." : `?${search}`}
        preventScrollReset
        aria-current={isChosen ? "true" : undefined}
        className={classNames(
          "-mx-2 flex min-h-7 items-center justify-between gap-3 rounded-md px-2 hover:bg-primary-on",
          isChosen && "bg-primary-on/60 font-semibold",
          count === 0 && !isChosen && "text-muted",
        )}
      >
        <span className="min-w-0 truncate">{children}</span>
        <span className="font-semibold tabular-nums">{count}</span>
      </Link>
    </li>
  );
}
