import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { requireCan, requireSession } from "#app/http/guards.server.ts";
import { textsOf } from "#app/http/language.server.ts";
import { badRequest, notFound } from "#app/http/responses.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { INSTALLATION } from "#domain/permissions.ts";
import { addMunicipality, addOther } from "./actions.server.ts";
import { AddOrganisation } from "./add-organisation.tsx";
import { loadOrganisations } from "./data.server.ts";
import { OrganisationList } from "./organisation-list.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = requireSession(context, request);
  const loaded = await loadOrganisations(context, person);
  // Somebody without any organisation has nothing to see here.
  const [only, ...others] = loaded.organisations;
  if (!loaded.mayAdd && only === undefined) throw notFound();
  if (!loaded.mayAdd && only !== undefined && others.length === 0) throw redirect(`/organisations/${only.id}`);
  return { title: textsOf(request, context, "people")("organisations.heading"), ...loaded };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { person } = requireSession(context, request);
  requireCan(context, "organisation.create", INSTALLATION);
  const form = await request.formData();
  switch (form.get("intent")) {
    case "add-municipality":
      return addMunicipality({ context, request, person, form });
    case "add-other":
      return addOther({ context, request, person, form });
    default:
      throw badRequest();
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function OrganisationsScreen() {
  const { t } = useTranslation("people");
  const { organisations, mayAdd, missing } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  return (
    <AppPage>
      <PageHeading heading={t("organisations.heading")} below={t("organisations.below")} />
      <div className={mayAdd ? "grid items-start gap-5 grid-cols-1 lg:grid-cols-[minmax(0,1fr)_22rem]" : "grid gap-5"}>
        <OrganisationList organisations={organisations} />
        {mayAdd && <AddOrganisation missing={missing} refused={posted?.refused} />}
      </div>
    </AppPage>
  );
}
