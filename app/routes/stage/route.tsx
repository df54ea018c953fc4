import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { AppPage } from "#app/components/page.tsx";
import { textsOf } from "#app/http/language.server.ts";
import { requireRunning } from "#app/http/running-guard.server.ts";
import { useServerNow } from "#app/live/server-clock.ts";
import { useLiveView } from "#app/live/use-live-view.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { scheduleOf } from "#domain/live/schedule.ts";
import { agendaOf, type LiveView } from "#domain/live/view.ts";
import { loadStage } from "./data.server.ts";
import { NotOpen } from "./not-open.tsx";
import { StageProvider } from "./stage-context.tsx";
import { StageScreen } from "./stage-screen.tsx";
import { useStage } from "./use-stage.ts";
import { useStageKeys } from "./use-stage-keys.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { person, workshop } = await requireRunning(args);
  const { id, title } = workshop;
  return {
    heading: textsOf(args.request, args.context, "stage")("heading"),
    workshop: { id, title },
    me: person.id,
    ...(await loadStage(args.context, workshop.id)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.heading);

export default function StageRoute() {
  const { t } = useTranslation("stage");
  const loaded = useLoaderData<typeof loader>();
  const { workshop, me, facilitators, codes, joinAddress } = loaded;
  const { view, isConnected } = useLiveView("live", workshop.id, loaded.view as LiveView);
  const { beside, send } = useStage(workshop.id, loaded.beside, writtenIn(view));
  const now = useServerNow(loaded.beside.now) ?? loaded.beside.now;
  const stage = view.stage.now;
  useStageKeys();
  useFreshCode(stage?.joinCode ?? null, codes?.joinCode ?? null);
  const crumbs = [{ label: workshop.title, href: `/workshops/${workshop.id}` }, { label: t("heading") }];
  if (stage === undefined) {
    return (
      <AppPage crumbs={crumbs}>
        <NotOpen workshopId={workshop.id} planned={loaded.planned} send={send} />
      </AppPage>
    );
  }
  const agenda = agendaOf(view);
  const { plannedAt, itemId, timer } = stage;
  const schedule = scheduleOf({ agenda, plannedAt, itemId, timer, isClosed: stage.state === "closed" }, now);
  const item = agenda.find(({ id }) => id === itemId) ?? null;
  return (
    <AppPage crumbs={crumbs} width="full">
      <StageProvider
        value={{ workshopId: workshop.id, view, stage, agenda, item, schedule, now, beside, send, joinAddress }}
      >
        <StageScreen me={me} facilitators={facilitators} qr={codes?.qr ?? null} isOffline={isConnected === false} />
      </StageProvider>
    </AppPage>
  );
}

/** What stands for everything that only facilitators see: when it changes, they look again. */
const writtenIn = ({ stage, counts, agenda }: LiveView): string => JSON.stringify([stage.now?.itemId, counts, agenda]);

/** The QR is drawn by the server: a code that was changed, or has just been made, is fetched. */
function useFreshCode(shown: string | null, drawn: string | null): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (shown !== null && shown !== drawn) revalidate();
  }, [shown, drawn, revalidate]);
}
