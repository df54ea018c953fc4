import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AppPage } from "#app/components/page.tsx";
import { requireSession } from "#app/http/guards.server.ts";
import { textsOf } from "#app/http/language.server.ts";
import { reasonWordsOf } from "#app/http/reason-words.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { AcrossPanel } from "./across-panel.tsx";
import { loadOverview } from "./data.server.ts";
import { FoundPanel } from "./found-panel.tsx";
import { Greeting } from "./greeting.tsx";
import { NewsPanels } from "./news-panels.tsx";
import { NextWorkshop } from "./next-workshop.tsx";
import { OwnBoard } from "./own-board.tsx";
import { StartPanel } from "./start-panel.tsx";
import { WaitingPanel } from "./waiting-panel.tsx";
import { WorkshopLinks } from "./workshop-links.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = requireSession(context, request);
  const { person } = session;
  const roles = [...new Set(person.roles.map(({ role }) => role))];
  const title = textsOf(request, context, "overview")("title");
  return {
    title,
    name: person.name,
    roles,
    ...(await loadOverview(context, session, reasonWordsOf(request, context))),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function OverviewScreen() {
  const { name, roles, now, organisations, boards, waiting, answers, found, across, others, workshops } =
    useLoaderData<typeof loader>();
  const hasBoard = boards.length > 0;
  return (
    <AppPage>
      <div className="grid items-start gap-x-6 gap-y-5 grid-cols-1 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-5">
          <Greeting name={name} organisations={organisations} now={now} />
          {workshops.next === null && <StartPanel roles={roles} />}
          {hasBoard && <WaitingPanel {...waiting} />}
          {boards.map((board) => (
            <OwnBoard key={board.id} board={board} isOnly={boards.length === 1} />
          ))}
          {across !== null && <AcrossPanel across={across} />}
          {found.length > 0 && <FoundPanel found={found} />}
        </div>
        <div className="grid gap-5">
          {workshops.next !== null && <NextWorkshop workshop={workshops.next} isAhead={workshops.isAhead} />}
          <NewsPanels answers={answers} others={others} now={now} />
          {workshops.others.length > 0 && <WorkshopLinks workshops={workshops.others} />}
        </div>
      </div>
    </AppPage>
  );
}
