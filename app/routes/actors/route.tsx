import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { requireCan, requireSession } from "#app/http/guards.server.ts";
import { textsOf } from "#app/http/language.server.ts";
import { badRequest } from "#app/http/responses.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { INSTALLATION } from "#domain/permissions.ts";
import { approve } from "./actions.server.ts";
import { ActorFilterForm } from "./actor-filter-form.tsx";
import { ActorTable } from "./actor-table.tsx";
import { loadActors, readActorFilter } from "./data.server.ts";
import { NewActors } from "./new-actors.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = requireSession(context, request);
  requireCan(context, "actor.read", INSTALLATION);
  const filter = readActorFilter(new URL(request.url).searchParams);
  const title = textsOf(request, context, "actors")("heading");
  return { title, filter, ...(await loadActors(context, { person, filter })) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { person } = requireSession(context, request);
  requireCan(context, "actor.steward", INSTALLATION);
  const form = await request.formData();
  if (form.get("intent") !== "approve") throw badRequest();
  return approve(context, { personId: person.id, form });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function ActorsScreen() {
  const { t } = useTranslation("actors");
  const { filter, actors, registrySize, newActors } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  const isNarrowed = actors.length !== registrySize;
  return (
    <AppPage>
      <PageHeading heading={t("heading")} above={t("total", { count: registrySize })} below={t("intro")} />
      <div className="grid gap-5">
        {newActors !== null && <NewActors actors={newActors} refused={refused} />}
        <ActorFilterForm filter={filter} />
        {isNarrowed && actors.length > 0 && (
          <p className="text-muted" role="status">
            {t("found", { count: actors.length })}
          </p>
        )}
        {actors.length === 0 ? (
          <EmptyState heading={t("nothing")}>{t("nothingHelp")}</EmptyState>
        ) : (
          <ActorTable actors={actors} />
        )}
      </div>
    </AppPage>
  );
}
