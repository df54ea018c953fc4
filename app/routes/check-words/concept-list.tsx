import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { classNames } from "#app/components/class-names.ts";
import { TextField } from "#app/components/field.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { OPEN_FACETS } from "#domain/synergy/form-rules.ts";
import type { ListedConcept, WordsPage } from "./data.server.ts";

/** The concepts, searched by their names and by their words; each is an address. */
export function ConceptList({ page: { query, concepts, chosen } }: { readonly page: WordsPage }) {
  const { t } = useTranslation("words");
  return (
    <nav aria-label={t("concepts")} className={classNames("min-w-0", chosen !== null && "max-lg:order-2")}>
      <Form role="search" className="mb-4 flex items-end gap-2">
        <TextField name="q" type="search" label={t("search")} defaultValue={query} className="flex-1" />
        <Button type="submit">{t("submit")}</Button>
      </Form>
      {concepts.length === 0 && <p className="text-muted">{t("nothing", { query })}</p>}
      <div className="lg:max-h-[70dvh] lg:overflow-y-auto lg:pr-2">
        {OPEN_FACETS.map((facet) => (
          <Facet
            key={facet}
            heading={t(`facet.${facet}`)}
            concepts={concepts.filter((concept) => concept.facet === facet)}
            query={query}
            chosen={chosen}
          />
        ))}
      </div>
    </nav>
  );
}

interface FacetProps {
  readonly heading: string;
  readonly concepts: readonly ListedConcept[];
  readonly query: string;
  readonly chosen: ListedConcept | null;
}

function Facet({ heading, concepts, query, chosen }: FacetProps) {
  const { t } = useTranslation("words");
  if (concepts.length === 0) return null;
  return (
    <section className="mb-4">
      <h2 className="mb-1 text-xs/5 font-semibold tracking-wide text-muted uppercase">{heading}</h2>
      <ul>
        {concepts.map(({ facet, id, label, added }) => {
          const isChosen = chosen?.facet === facet && chosen.id === id;
          return (
            <li key={id}>
              <Link
                to={`?${new URLSearchParams({ ...(query !== "" && { q: query }), concept: `${facet}.${id}` })}`}
                preventScrollReset
                aria-current={isChosen ? "true" : undefined}
                className={classNames(
                  "-mx-2 flex min-h-7 items-center justify-between gap-3 rounded-md px-2 hover:bg-primary-on",
                  isChosen && "bg-primary-on/60 font-semibold",
                )}
              >
                <span className="first-letter:uppercase">{label}</span>
                {added > 0 && <span className="text-[13px] text-muted">{t("addedCount", { count: added })}</span>}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
