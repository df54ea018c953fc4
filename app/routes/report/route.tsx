import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { requireSession } from "#app/http/guards.server.ts";
import { textsOf } from "#app/http/language.server.ts";
import { reasonWordsOf } from "#app/http/reason-words.server.ts";
import { requireWorkshop } from "#app/http/workshop-guard.server.ts";
import { useFormat } from "#app/text/format.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { loadReport } from "./data.server.ts";
import { ReportSections } from "./report-sections.tsx";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { person } = requireSession(context, request);
  const workshop = await requireWorkshop(context, params["workshopId"]);
  const title = textsOf(request, context, "findings")("reportPage.heading");
  const words = reasonWordsOf(request, context);
  const report = await loadReport(context, { person, workshopId: workshop.id, words });
  return { title, workshop, report, madeBy: person.name, madeAt: context.now() };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function ReportScreen() {
  const { t } = useTranslation("findings");
  const { t: common } = useTranslation("common");
  const { t: word } = useTranslation("vocabulary");
  const { dateTime } = useFormat();
  const { workshop, report, madeBy, madeAt } = useLoaderData<typeof loader>();
  const counts = {
    confirmed: report.confirmed.length,
    waiting: report.waiting.length,
    parallel: report.parallel.length,
    dismissed: report.dismissed.length,
  };
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <AppPage
      crumbs={[
        { label: workshop.title, href: `/workshops/${workshop.id}` },
        { label: t("heading"), href: `/workshops/${workshop.id}/findings` },
        { label: t("report") },
      ]}
      headAside={<Button onPress={() => window.print()}>{common("actions.print")}</Button>}
    >
      <PageHeading
        heading={t("reportPage.heading")}
        above={workshop.title}
        below={t("reportPage.made", { date: dateTime(madeAt), name: madeBy })}
      />
      <p className="mb-1">{t("reportPage.summary", { total, ...counts })}</p>
      <p className="mb-6 text-muted">
        {t("reportPage.phase", { phase: word(`phase.${workshop.phase}`) })} {t("reportPage.about")}
      </p>
      <ReportSections report={report} />
    </AppPage>
  );
}
