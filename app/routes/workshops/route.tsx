import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { requireSession } from "#app/http/guards.server.ts";
import { textsOf } from "#app/http/language.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { makeWorkshop } from "./actions.server.ts";
import { loadWorkshops } from "./data.server.ts";
import { NewWorkshop } from "./new-workshop.tsx";
import { WorkshopList } from "./workshop-list.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = requireSession(context, request);
  const title = textsOf(request, context, "workshop")("list.heading");
  return { title, ...(await loadWorkshops(context, person)) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { person } = requireSession(context, request);
  return makeWorkshop(context, { request, person, form: await request.formData() });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function WorkshopsScreen() {
  const { t } = useTranslation("workshop");
  const { workshops, mayCreate } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  return (
    <AppPage>
      <PageHeading heading={t("list.heading")} below={t("list.below")} />
      <div className={mayCreate ? "grid items-start gap-5 grid-cols-1 lg:grid-cols-[minmax(0,1fr)_26rem]" : undefined}>
        <WorkshopList workshops={workshops} mayCreate={mayCreate} />
        {mayCreate && <NewWorkshop refused={posted?.refused} />}
      </div>
    </AppPage>
  );
}
