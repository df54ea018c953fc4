import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { textsOf } from "#app/http/language.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { openScreen } from "./data.server.ts";
import { Projector } from "./projector.tsx";

/** The projector of a workshop: opened by its code, on any browser, at any time. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const t = textsOf(request, context, "screen");
  const opened = await openScreen(context, { typed: params.code ?? "", name: t("heading"), request });
  if (opened === null) return data({ title: t("unknown.heading"), page: null }, { status: 404 });
  return data({ title: t("heading"), page: opened.page }, { headers: opened.headers });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => pageTitle(loaded?.title);

/** The view comes by the room; asking for the page again would tell nothing new. */
export const shouldRevalidate = () => false;

export default function ScreenScreen() {
  const { t } = useTranslation("screen");
  const { page } = useLoaderData<typeof loader>();
  if (page !== null) return <Projector {...page} />;
  return (
    <AppPage width="narrow">
      <PageHeading heading={t("unknown.heading")} below={t("unknown.text")} />
    </AppPage>
  );
}
