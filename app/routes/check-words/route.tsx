import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { requireCan, requireSession } from "#app/http/guards.server.ts";
import { languageOf, textsOf } from "#app/http/language.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { INSTALLATION } from "#domain/permissions.ts";
import { changeForms } from "./actions.server.ts";
import { ConceptList } from "./concept-list.tsx";
import { ConceptPanel } from "./concept-panel.tsx";
import { loadWordsPage } from "./data.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = requireSession(context, request);
  requireCan(context, "lexicon.read", INSTALLATION);
  const params = new URL(request.url).searchParams;
  const page = await loadWordsPage(context, { person, params, language: languageOf(request, context) });
  return { title: textsOf(request, context, "words")("heading"), page };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { person } = requireSession(context, request);
  requireCan(context, "lexicon.edit", INSTALLATION);
  await changeForms(context, { person, form: await request.formData() });
  const { pathname, searchParams } = new URL(request.url);
  searchParams.delete("form");
  return redirect(`${pathname}?${searchParams}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function WordsScreen() {
  const { t } = useTranslation("words");
  const { page } = useLoaderData<typeof loader>();
  return (
    <AppPage>
      <PageHeading
        heading={t("heading")}
        below={t("below")}
        actions={<LinkButton href="/check">{t("howItWorks")}</LinkButton>}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <ConceptList page={page} />
        <ConceptPanel key={`${page.chosen?.facet}.${page.chosen?.id}`} page={page} />
      </div>
    </AppPage>
  );
}
