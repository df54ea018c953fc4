import { Form, Link, useSubmit } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { SelectField, type SelectOption } from "#app/components/field.tsx";
import { FIRST_LANGUAGE, isLanguage } from "#app/text/texts.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { ACTOR_TYPES } from "#domain/actor.ts";
import { type CompareView, FILTER_FIELDS, type FilterField, MATRIX_ROWS, writeCompareView } from "#domain/compare.ts";
import { CHAIN_LINKS, INITIATIVE_STATUSES } from "#domain/initiative.ts";
import { termsOf } from "#domain/vocabulary.ts";
import type { NamedWorkshop } from "./data.server.ts";

export interface FilterBarProps {
  readonly view: CompareView;
  readonly workshops: readonly NamedWorkshop[];
}

type ChoiceName = "rows" | "workshop" | "status" | "actorType" | FilterField;

const NO_FILTER: CompareView["filter"] = {
  workshopId: null,
  status: null,
  actorType: null,
  tags: { themes: null, professions: null, targetGroups: null, chainLinks: null },
};

/** What the rows are and which initiatives are counted. Every choice is an address; without JavaScript a button goes there. */
export function FilterBar({ view, workshops }: FilterBarProps) {
  const { t } = useTranslation("compare");
  const { filter } = view;
  const options = useOptions(workshops);
  const cleared = writeCompareView({ ...view, cell: null, filter: NO_FILTER });
  const isNarrowed = cleared !== writeCompareView({ ...view, cell: null });
  const isMoreOpen = filter.actorType !== null || FILTER_FIELDS.some((field) => filter.tags[field] !== null);
  return (
    <Form aria-label={t("filter.label")} className="mb-4 grid gap-2 print:hidden">
      {view.turned && <input type="hidden" name="turned" value="yes" />}
      <div className="flex flex-wrap items-end gap-2">
        <Choice name="rows" view={view} value={view.rows} options={options.rows} />
        {workshops.length > 1 && (
          <Choice name="workshop" view={view} value={filter.workshopId} options={options.workshop} />
        )}
        <Choice name="status" view={view} value={filter.status} options={options.status} />
        <noscript>
          <Button type="submit">{t("filter.show")}</Button>
        </noscript>
        {isNarrowed && (
          <Link to={cleared === "" ? "." : `?${cleared}`} preventScrollReset className="link self-center py-2">
            {t("filter.clear")}
          </Link>
        )}
      </div>
      <details open={isMoreOpen}>
        <summary className="min-h-6 w-fit text-[13px]/6 font-semibold text-primary">{t("filter.more")}</summary>
        <div className="mt-2 flex flex-wrap items-end gap-2">
          {FILTER_FIELDS.map((field) => (
            <Choice key={field} name={field} view={view} value={filter.tags[field]} options={options[field]} />
          ))}
          <Choice name="actorType" view={view} value={filter.actorType} options={options.actorType} />
        </div>
      </details>
    </Form>
  );
}

function useOptions(workshops: readonly NamedWorkshop[]): Record<ChoiceName, readonly SelectOption[]> {
  const { t, i18n } = useTranslation("compare");
  const { t: word } = useTranslation("vocabulary");
  const language = isLanguage(i18n.language) ? i18n.language : FIRST_LANGUAGE;
  const all = { value: "", label: t("filter.all") };
  const terms = (field: "themes" | "professions" | "targetGroups") => [
    all,
    ...termsOf(field, language).map(({ id, label }) => ({ value: id, label })),
  ];
  return {
    rows: MATRIX_ROWS.map((value) => ({ value, label: t(`rows.${value}`) })),
    workshop: [all, ...workshops.map(({ id, title }) => ({ value: id, label: title }))],
    status: [all, ...INITIATIVE_STATUSES.map((value) => ({ value, label: word(`status.${value}`) }))],
    actorType: [all, ...ACTOR_TYPES.map((value) => ({ value, label: word(`actorType.${value}`) }))],
    themes: terms("themes"),
    professions: terms("professions"),
    targetGroups: terms("targetGroups"),
    chainLinks: [all, ...CHAIN_LINKS.map((value) => ({ value, label: word(`chainLink.${value}`) }))],
  };
}

interface ChoiceProps {
  readonly name: ChoiceName;
  readonly view: CompareView;
  readonly value: string | null;
  readonly options: readonly SelectOption[];
}

function Choice({ name, view, value, options }: ChoiceProps) {
  const { t } = useTranslation("compare");
  const submit = useSubmit();
  const choose = (chosen: string) => {
    const params = new URLSearchParams(writeCompareView({ ...view, cell: null }));
    if (chosen === "") params.delete(name);
    else params.set(name, chosen);
    submit(params, { preventScrollReset: true });
  };
  return (
    <SelectField
      name={name}
      label={t(`filter.${name}`)}
      options={options}
      value={value ?? ""}
      onChange={choose}
      className="w-44 max-sm:w-full"
    />
  );
}
