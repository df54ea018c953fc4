import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { languageOf, textsOf } from "#app/http/language.server.ts";
import { badRequest } from "#app/http/responses.server.ts";
import { requireRunning } from "#app/http/running-guard.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import {
  add,
  applyTemplate,
  arrangeTables,
  copyAgenda,
  dropTemplate,
  duplicate,
  edit,
  keepTemplate,
  move,
  remove,
} from "./actions.server.ts";
import { AgendaLength } from "./agenda-length.tsx";
import { loadAgenda } from "./data.server.ts";
import { ItemList } from "./item-list.tsx";
import { NewItem } from "./new-item.tsx";
import { SourcesPanel } from "./sources-panel.tsx";
import { TablesPanel } from "./tables-panel.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { person, workshop } = await requireRunning(args);
  const { request, context } = args;
  const params = new URL(request.url).searchParams;
  return {
    heading: textsOf(request, context, "agenda")("heading"),
    workshop,
    editing: params.get("edit"),
    using: params.get("use"),
    ...(await loadAgenda(context, { person, workshopId: workshop.id, language: languageOf(request, context) })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { person, workshop } = await requireRunning(args);
  const { request, context } = args;
  const form = await request.formData();
  const posted = { context, request, person, workshopId: workshop.id, form };
  const acts: Readonly<Record<string, (of: typeof posted) => ReturnType<typeof add> | ReturnType<typeof edit>>> = {
    "add-item": add,
    "edit-item": edit,
    "move-item": move,
    "duplicate-item": duplicate,
    "remove-item": remove,
    "use-template": applyTemplate,
    "copy-agenda": copyAgenda,
    "save-template": keepTemplate,
    "remove-template": dropTemplate,
    "add-table": arrangeTables,
    "add-table-each": arrangeTables,
    "rename-table": arrangeTables,
    "remove-table": arrangeTables,
  };
  const intent = String(form.get("intent"));
  const act = Object.hasOwn(acts, intent) ? acts[intent] : undefined;
  if (act === undefined) throw badRequest();
  return act(posted);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.heading);

export default function AgendaScreen() {
  const { t } = useTranslation("agenda");
  const { workshop, agenda, tables, templates, saved, others, editing, using } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const problem = posted && "problem" in posted ? posted.problem : undefined;
  const refused = posted && "refused" in posted ? posted : undefined;
  const at = `/workshops/${workshop.id}`;
  return (
    <AppPage>
      <PageHeading
        heading={t("heading")}
        above={workshop.title}
        below={<AgendaLength agenda={agenda} startsAt={workshop.startsAt} workshopId={workshop.id} />}
        actions={
          <>
            <LinkButton href={at}>{t("toWorkshop")}</LinkButton>
            <LinkButton href={`${at}/live`} tone={agenda.length > 0 ? "primary" : "quiet"}>
              {t("run")}
            </LinkButton>
          </>
        }
      />
      <p role="alert" className={problem === undefined ? "sr-only" : "mb-4 rounded-lg bg-overlap-on px-4 py-2.5"}>
        {problem}
      </p>
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-4">
          <ItemList agenda={agenda} startsAt={workshop.startsAt} editing={editing} refused={refused} />
          <NewItem key={agenda.length} refused={refused?.itemId === null ? refused.refused : undefined} />
        </div>
        <div className="grid gap-5">
          <SourcesPanel templates={templates} saved={saved} others={others} using={using} agenda={agenda} />
          <TablesPanel tables={tables} />
        </div>
      </div>
    </AppPage>
  );
}
