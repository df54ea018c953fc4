import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AppPage } from "#app/components/page.tsx";
import { requireSession } from "#app/http/guards.server.ts";
import { textsOf } from "#app/http/language.server.ts";
import { reasonWordsOf } from "#app/http/reason-words.server.ts";
import { requireWorkshop } from "#app/http/workshop-guard.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { readFindingView } from "#domain/finding-list.ts";
import { can, INSTALLATION } from "#domain/permissions.ts";
import { arrangeTables } from "./actions.server.ts";
import { CheckNotice } from "./check-notice.tsx";
import { CoverageMeter } from "./coverage-meter.tsx";
import { loadFindingList, readLimit } from "./data.server.ts";
import { FacetList } from "./facet-list.tsx";
import { FindingList } from "./finding-list.tsx";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { person } = requireSession(context, request);
  const workshop = await requireWorkshop(context, params["workshopId"]);
  const search = new URL(request.url).searchParams;
  const view = readFindingView(search);
  const words = reasonWordsOf(request, context);
  const list = await loadFindingList(context, {
    person,
    workshopId: workshop.id,
    view,
    limit: readLimit(search),
    words,
  });
  const title = textsOf(request, context, "findings")("heading");
  const runsCheck = can(person, "check.run", INSTALLATION);
  return { title, workshop, list, progress: context.synergy.progress(), runsCheck };
}

/** The facilitator's: tables, and what they talk about. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { person } = requireSession(context, request);
  await arrangeTables(context, { person, workshopId: params["workshopId"] ?? "", form: await request.formData() });
  const { pathname, search } = new URL(request.url);
  return redirect(pathname + search, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function FindingsScreen() {
  const { t } = useTranslation("findings");
  const { workshop, list, progress, runsCheck } = useLoaderData<typeof loader>();
  return (
    <AppPage
      width="full"
      crumbs={[{ label: workshop.title, href: `/workshops/${workshop.id}` }, { label: t("heading") }]}
      headAside={<CoverageMeter coverage={list.coverage} workshopId={workshop.id} />}
    >
      {progress !== null && <CheckNotice progress={progress} runs={runsCheck} />}
      <div className="grid flex-1 grid-cols-[minmax(0,1fr)] lg:grid-cols-[15.5rem_minmax(0,1fr)]">
        <FacetList list={list} />
        <FindingList list={list} workshopId={workshop.id} />
      </div>
    </AppPage>
  );
}
