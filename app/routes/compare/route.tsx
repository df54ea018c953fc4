import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { AppPage } from "#app/components/page.tsx";
import { compareWordsOf } from "#app/http/compare-words.server.ts";
import { requireCan, requireSession } from "#app/http/guards.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { readCompareView } from "#domain/compare.ts";
import { INSTALLATION } from "#domain/permissions.ts";
import { ActorNetworkPanel } from "./actor-network-panel.tsx";
import { CellList } from "./cell-list.tsx";
import { loadComparePage } from "./data.server.ts";
import { MatrixPanel } from "./matrix-panel.tsx";
import { ViewTools } from "./view-tools.tsx";
import { WaitingPanel } from "./waiting-panel.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = requireSession(context, request);
  requireCan(context, "compare.read", INSTALLATION);
  const view = readCompareView(new URL(request.url).searchParams);
  const words = compareWordsOf(request, context);
  return { title: words.t("heading"), page: await loadComparePage(context, { person, view, words }) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function CompareScreen() {
  const { t } = useTranslation("compare");
  const { page } = useLoaderData<typeof loader>();
  return (
    <AppPage width="wide" crumbs={[{ label: t("heading") }]} headAside={<ViewTools view={page.view} />}>
      <h1 className="sr-only">{t("heading")}</h1>
      {page.workshops.length === 0 ? (
        <EmptyState heading={t("empty.heading")}>{t("empty.help")}</EmptyState>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24.5rem]">
          <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
            <MatrixPanel page={page} />
            {page.cell !== null && <CellList cell={page.cell} view={page.view} />}
          </div>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-4 md:max-xl:grid-cols-2">
            <WaitingPanel page={page} />
            <ActorNetworkPanel network={page.network} view={page.view} />
          </div>
        </div>
      )}
    </AppPage>
  );
}
