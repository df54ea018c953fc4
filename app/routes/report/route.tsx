import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Button, buttonClass, LinkButton } from "#app/components/button.tsx";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { textsOf } from "#app/http/language.server.ts";
import { reasonWordsOf } from "#app/http/reason-words.server.ts";
import { useFormat } from "#app/text/format.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { loadReport } from "./data.server.ts";
import { loadEditions, loadLiveReport } from "./live-data.server.ts";
import { LiveSections } from "./live-sections.tsx";
import { ReportSections } from "./report-sections.tsx";
import { requireReport } from "./require-report.server.ts";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const place = await requireReport(context, request, params["workshopId"]);
  const { person, workshop, organisationId, readsWorkshop, isFacilitator } = place;
  const live = await loadLiveReport(context, place);
  const words = reasonWordsOf(request, context);
  const report = await loadReport(context, { person, workshopId: workshop.id, words, organisationId });
  const editions = live === null ? [] : await loadEditions(context, place);
  const title =
    live === null
      ? textsOf(request, context, "findings")("reportPage.heading")
      : textsOf(request, context, "report")("heading");
  return {
    ...{ title, workshop, report, live, editions, organisationId, readsWorkshop, isFacilitator },
    madeBy: person.name,
    madeAt: context.now(),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function ReportScreen() {
  const { t } = useTranslation("findings");
  const { t: told } = useTranslation("report");
  const { dateTime } = useFormat();
  const { title, workshop, live, editions, organisationId, readsWorkshop, madeBy, madeAt } =
    useLoaderData<typeof loader>();
  const municipality = editions.find(({ id }) => id === organisationId)?.name ?? null;
  const at = `/workshops/${workshop.id}`;
  return (
    <AppPage
      crumbs={[
        readsWorkshop ? { label: workshop.title, href: at } : { label: workshop.title },
        ...(readsWorkshop ? [{ label: t("heading"), href: `${at}/findings` }] : []),
        { label: t("report") },
      ]}
      headAside={<Tools />}
    >
      <PageHeading
        heading={municipality === null ? title : told("edition", { municipality })}
        above={workshop.title}
        below={t("reportPage.made", { date: dateTime(madeAt), name: madeBy })}
      />
      {live !== null && (
        <>
          <p className="mb-2 max-w-prose">
            {municipality === null ? told("about") : told("aboutEdition", { municipality })}{" "}
            {!live.isClosed && told("notClosed")}
          </p>
          <Editions editions={editions} chosen={organisationId} hasWhole={readsWorkshop} />
          <LiveSections report={live} municipality={municipality} />
          <h2 className="mt-10 mb-3 text-xl/7">{told("findings")}</h2>
        </>
      )}
      <FindingsPart />
    </AppPage>
  );
}

/** What is done with the report. */
function Tools() {
  const { t: common } = useTranslation("common");
  const { t } = useTranslation("report");
  const { workshop, live, organisationId, isFacilitator } = useLoaderData<typeof loader>();
  const at = `/workshops/${workshop.id}`;
  return (
    <>
      {live !== null && isFacilitator && <LinkButton href={`${at}/retention`}>{t("settings.heading")}</LinkButton>}
      {live !== null && (
        <a
          href={`${at}/report.docx${organisationId === null ? "" : `?kommune=${organisationId}`}`}
          download
          className={buttonClass()}
        >
          {t("docx")}
        </a>
      )}
      <Button onPress={() => window.print()}>{common("actions.print")}</Button>
    </>
  );
}

/** Overlap and synergy, as the reader may read them. */
function FindingsPart() {
  const { t } = useTranslation("findings");
  const { t: word } = useTranslation("vocabulary");
  const { workshop, report } = useLoaderData<typeof loader>();
  const counts = {
    confirmed: report.confirmed.length,
    waiting: report.waiting.length,
    parallel: report.parallel.length,
    dismissed: report.dismissed.length,
  };
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <p className="mb-1">{t("reportPage.summary", { total, ...counts })}</p>
      <p className="mb-6 text-muted">
        {t("reportPage.phase", { phase: word(`phase.${workshop.phase}`) })} {t("reportPage.about")}
      </p>
      <ReportSections report={report} />
    </>
  );
}

interface EditionsProps {
  readonly editions: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: string | null;
  readonly hasWhole: boolean;
}

function Editions({ editions, chosen, hasWhole }: EditionsProps) {
  const { t } = useTranslation("report");
  const links = [...(hasWhole ? [{ id: null, name: t("whole") }] : []), ...editions];
  if (links.length < 2) return null;
  return (
    <nav aria-label={t("choose")} className="mb-6 flex flex-wrap gap-x-4 gap-y-2 print:hidden">
      {links.map(({ id, name }) => (
        <Link
          key={id}
          to={id === null ? "?" : `?kommune=${id}`}
          aria-current={id === chosen ? "page" : undefined}
          className={id === chosen ? "font-semibold" : "link"}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
