import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { AppPage } from "#app/components/page.tsx";
import { requireCan, requireSession } from "#app/http/guards.server.ts";
import { textsOf } from "#app/http/language.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { INSTALLATION } from "#domain/permissions.ts";
import { ChainChoice } from "./chain-choice.tsx";
import { loadChainPage } from "./data.server.ts";
import { GroupChain } from "./group-chain.tsx";
import { KommuneChainDrawing } from "./kommune-chain.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = requireSession(context, request);
  requireCan(context, "compare.read", INSTALLATION);
  const page = await loadChainPage(context, { person, params: new URL(request.url).searchParams });
  return { title: textsOf(request, context, "chain")("heading"), page };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function ChainScreen() {
  const { t } = useTranslation("chain");
  const { t: compare } = useTranslation("compare");
  const { page } = useLoaderData<typeof loader>();
  return (
    <AppPage width="wide" crumbs={[{ label: compare("heading"), href: "/compare" }, { label: t("heading") }]}>
      {page === null ? (
        <>
          <h1 className="sr-only">{t("heading")}</h1>
          <EmptyState heading={compare("empty.heading")}>{compare("empty.help")}</EmptyState>
        </>
      ) : (
        <>
          <ChainChoice page={page} />
          {page.chosen === null ? (
            <GroupChain page={page} />
          ) : (
            <KommuneChainDrawing chain={page.chosen} ideaBoard={page.ideaBoards[page.chosen.id] ?? null} />
          )}
        </>
      )}
    </AppPage>
  );
}
