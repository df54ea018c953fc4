import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Chip } from "#app/components/chip.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { TextField } from "#app/components/field.tsx";
import { InitiativeLink } from "#app/components/initiative-link.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { FORM_LIMIT } from "#domain/synergy/form-rules.ts";
import type { ChosenConcept, FormPreview, WordsPage } from "./data.server.ts";

/** The words of one concept; who may can add one, after a look at what it would match. */
export function ConceptPanel({ page: { query, chosen, preview, mayEdit } }: { readonly page: WordsPage }) {
  const { t } = useTranslation("words");
  if (chosen === null) return <EmptyState heading={t("choose")}>{t("chooseHelp")}</EmptyState>;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <Panel
        heading={<span className="inline-block first-letter:uppercase">{chosen.label}</span>}
        aside={t(`facetOne.${chosen.facet}`)}
      >
        <h3 className="mb-2">{t("known")}</h3>
        <ul className="flex flex-wrap gap-1.5">
          {chosen.forms.map((form) => (
            <li key={form} className="max-w-full">
              <Chip>{form}</Chip>
            </li>
          ))}
        </ul>
        {chosen.patterns > 0 && <p className="mt-2 text-muted">{t("patterns", { count: chosen.patterns })}</p>}
        <AddedForms chosen={chosen} mayEdit={mayEdit} />
      </Panel>
      {mayEdit ? (
        <Panel heading={t("add")}>
          <p className="mb-3 text-muted">{t("addHelp")}</p>
          <Form preventScrollReset className="flex flex-wrap items-end gap-2">
            {query !== "" && <input type="hidden" name="q" value={query} />}
            <input type="hidden" name="concept" value={`${chosen.facet}.${chosen.id}`} />
            <TextField
              name="form"
              label={t("form")}
              defaultValue={preview?.form ?? ""}
              maxLength={FORM_LIMIT}
              error={preview?.problem == null ? undefined : t(`problem.${preview.problem}`)}
              className="min-w-48 flex-1"
              key={preview?.form}
            />
            <Button type="submit">{t("look")}</Button>
          </Form>
          {preview !== null && preview.problem === null && <Preview preview={preview} chosen={chosen} />}
        </Panel>
      ) : (
        <p className="text-muted">{t("whoAdds")}</p>
      )}
    </div>
  );
}

function AddedForms({
  chosen: { addedForms },
  mayEdit,
}: {
  readonly chosen: ChosenConcept;
  readonly mayEdit: boolean;
}) {
  const { t } = useTranslation("words");
  const { date } = useFormat();
  if (addedForms.length === 0) return null;
  return (
    <>
      <h3 className="mt-5 mb-1">{t("addedHere")}</h3>
      <ul>
        {addedForms.map(({ id, form, addedBy, addedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 border-t border-line py-1.5 first:border-0">
            <strong>{form}</strong>
            <span className="text-[13px]/5 text-muted">{[addedBy, date(addedAt)].filter(Boolean).join(" · ")}</span>
            {mayEdit && (
              <Form method="post" preventScrollReset className="ml-auto">
                <input type="hidden" name="intent" value="remove" />
                <input type="hidden" name="id" value={id} />
                <Button type="submit" size="small" aria-label={t("takeBackOf", { form })}>
                  {t("takeBack")}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the form would match now, and the button that adds it. */
function Preview({ preview, chosen }: { readonly preview: FormPreview; readonly chosen: ChosenConcept }) {
  const { t } = useTranslation("words");
  const { form, elsewhere, matches, among } = preview;
  return (
    <div className="mt-4 grid gap-3 border-t border-line pt-4" role="status">
      <p>{matches.length === 0 ? t("matchesNone", { form }) : t("matches", { form, count: matches.length, among })}</p>
      {matches.length > among / 4 && <p className="font-semibold text-gap">{t("tooMany")}</p>}
      {elsewhere !== null && <p className="font-semibold text-gap">{t("elsewhere", { concept: elsewhere })}</p>}
      {matches.length > 0 && (
        <ul className="max-h-60 overflow-y-auto">
          {matches.map(({ boardId, initiativeId, title }) => (
            <li key={`${boardId} ${initiativeId}`} className="py-0.5">
              <InitiativeLink boardId={boardId} initiativeId={initiativeId}>
                {title}
              </InitiativeLink>
            </li>
          ))}
        </ul>
      )}
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="add" />
        <input type="hidden" name="facet" value={chosen.facet} />
        <input type="hidden" name="conceptId" value={chosen.id} />
        <input type="hidden" name="form" value={form} />
        <Button type="submit" tone="primary">
          {t("addForm", { form, concept: chosen.label })}
        </Button>
      </Form>
      <p className="text-[13px]/5 text-muted">{t("effect")}</p>
    </div>
  );
}
