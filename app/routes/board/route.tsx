import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ShouldRevalidateFunctionArgs, useLoaderData } from "@remix-run/react";
import { textsOf } from "#app/http/language.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { type BoardPage, loadBoard } from "./data.server.ts";
import { LiveBoard } from "./live-board.tsx";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await loadBoard({ context, request, boardId: params.boardId ?? "" });
  const title = textsOf(request, context, "board")("title", { name: page.board.organisation.name });
  return { title, page };
}

/** Another filter or another open card is another view of the same board, which the browser has. */
export function shouldRevalidate(asked: ShouldRevalidateFunctionArgs): boolean {
  const { currentUrl, nextUrl, formAction, defaultShouldRevalidate } = asked;
  const isOtherView = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return formAction === undefined && isOtherView ? false : defaultShouldRevalidate;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function BoardScreen() {
  // Remix's type of what comes over the wire loosens absent fields to undefined ones; the wire itself does not.
  const { page } = useLoaderData<typeof loader>() as { page: BoardPage };
  return <LiveBoard key={page.board.id} page={page} />;
}
