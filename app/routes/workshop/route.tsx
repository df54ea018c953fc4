import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { WorkshopTime } from "#app/components/workshop-time.tsx";
import { requireSession } from "#app/http/guards.server.ts";
import { languageOf } from "#app/http/language.server.ts";
import { badRequest } from "#app/http/responses.server.ts";
import { requireWorkshop } from "#app/http/workshop-guard.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { movePhase } from "./actions.server.ts";
import { loadWorkshopPage } from "./data.server.ts";
import { FindingsPanel } from "./findings-panel.tsx";
import { KommuneCards } from "./kommune-cards.tsx";
import { PhaseStrip } from "./phase-strip.tsx";
import { SoughtActors } from "./sought-actors.tsx";
import { UntouchedThemes } from "./untouched-themes.tsx";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { person } = requireSession(context, request);
  const workshop = await requireWorkshop(context, params.workshopId);
  return {
    workshop,
    ...(await loadWorkshopPage(context, {
      person,
      workshopId: workshop.id,
      language: languageOf(request, context),
    })),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { person } = requireSession(context, request);
  const workshop = await requireWorkshop(context, params.workshopId);
  const form = await request.formData();
  if (form.get("intent") !== "move-phase") throw badRequest();
  return movePhase(context, { person, workshopId: workshop.id, form });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.workshop.title);

export default function WorkshopScreen() {
  const { t } = useTranslation("workshop");
  const { t: report } = useTranslation("report");
  const { workshop, kommuner, others, findings, sought, untouched, ideaBoardId, facilitates, hasRun } =
    useLoaderData<typeof loader>();
  const at = `/workshops/${workshop.id}`;
  return (
    <AppPage>
      <PageHeading
        heading={workshop.title}
        above={workshop.organiser || undefined}
        below={workshop.startsAt === null ? undefined : <WorkshopTime workshop={workshop} />}
        actions={
          <>
            <LinkButton href={`${at}/report`}>{t("report")}</LinkButton>
            {facilitates && hasRun && <LinkButton href={`${at}/retention`}>{report("settings.anonymise")}</LinkButton>}
            {facilitates && (
              <>
                <LinkButton href={`${at}/participants`}>{t("invite")}</LinkButton>
                <LinkButton href={`${at}/agenda`}>{t("agenda")}</LinkButton>
                <LinkButton href={`${at}/live`} tone="primary">
                  {t("run")}
                </LinkButton>
              </>
            )}
          </>
        }
      />
      <PhaseStrip phase={workshop.phase} moves={facilitates} />
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <KommuneCards kommuner={kommuner} others={others} />
        <div className="grid grid-cols-1 gap-4">
          <FindingsPanel {...findings} href={`${at}/findings`} />
          {sought.length > 0 && <SoughtActors actors={sought} />}
          {untouched.length > 0 && <UntouchedThemes themes={untouched} ideaBoardId={ideaBoardId} />}
        </div>
      </div>
    </AppPage>
  );
}
