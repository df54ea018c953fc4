import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { textsOf } from "#app/http/language.server.ts";
import { badRequest } from "#app/http/responses.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { keepNamed, restoreBoard, restoreOne } from "./actions.server.ts";
import { loadHistory, loadNamedBoard, readHistoryView } from "./data.server.ts";
import { requireHistory } from "./require-history.server.ts";
import { Timeline } from "./timeline.tsx";
import { VersionList } from "./version-list.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const { boardId, person, may } = await requireHistory(args);
  // What was written a moment ago is in the rows before they are read.
  await context.rooms.settle();
  const board = await loadNamedBoard(context.db, person, boardId);
  const view = readHistoryView(new URL(request.url).searchParams);
  return {
    title: textsOf(request, context, "history")("title", { name: board.organisation }),
    board,
    may,
    ...(await loadHistory(context.db, boardId, view)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { boardId, subject, person } = await requireHistory(args);
  const form = await request.formData();
  const post = { context, request, form, boardId, subject, person };
  switch (form.get("intent")) {
    case "keep-version":
      return keepNamed(post);
    case "restore-board":
      return restoreBoard(post);
    case "restore-initiative":
      return restoreOne(post);
    default:
      throw badRequest();
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function BoardHistoryScreen() {
  const { t } = useTranslation("history");
  const { board, may, view, entries, next, people, versions } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  return (
    <AppPage
      crumbs={[
        { label: board.workshop.title, href: `/workshops/${board.workshop.id}` },
        { label: board.organisation, href: `/boards/${board.id}` },
        { label: t("heading") },
      ]}
    >
      <PageHeading heading={t("heading")} above={board.organisation} below={t("below")} />
      <RestoredNote />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Timeline boardId={board.id} entries={entries} people={people} view={view} next={next} />
        <VersionList
          boardId={board.id}
          versions={versions}
          mayKeep={may.write}
          refused={posted && "refused" in posted ? posted.refused : undefined}
        />
      </div>
    </AppPage>
  );
}

function RestoredNote() {
  const { t } = useTranslation("history");
  const [params] = useSearchParams();
  const restored = params.get("restored");
  if (restored !== "board" && restored !== "initiative") return null;
  return (
    <p role="status" className="mb-5 rounded-lg bg-synergy-on px-4 py-3 font-medium text-synergy">
      {t(`restored.${restored}`)}
    </p>
  );
}
