import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { useShell } from "#app/components/shell-context.tsx";
import { requireSession } from "#app/http/guards.server.ts";
import { textsOf } from "#app/http/language.server.ts";
import { redirectWithin } from "#app/http/responses.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { readNotices } from "./actions.server.ts";
import { loadNotices } from "./data.server.ts";
import { NoticeLine } from "./notice-line.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = requireSession(context, request);
  return {
    title: textsOf(request, context, "comments")("inbox.heading"),
    notices: await loadNotices(context.db, person),
    now: context.now(),
  };
}

/** `POST notice?, next?`: one notice is read and its card is opened, or all are read. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { person } = requireSession(context, request);
  const form = await request.formData();
  await readNotices(context, { person, form });
  return redirectWithin(String(form.get("next") ?? ""), { fallback: "/inbox" });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** What comes while the page is open is fetched when the frame has been told of it. */
function useFreshNotices(shown: number): void {
  const { person } = useShell();
  const { revalidate } = useRevalidator();
  const unread = person?.unread ?? shown;
  const told = useRef(unread);
  useEffect(() => {
    if (told.current === unread) return;
    told.current = unread;
    revalidate();
  }, [unread, revalidate]);
}

export default function InboxScreen() {
  const { t } = useTranslation("comments");
  const { notices, now } = useLoaderData<typeof loader>();
  const unread = notices.filter(({ isRead }) => !isRead).length;
  useFreshNotices(unread);
  return (
    <AppPage width="narrow">
      <PageHeading
        heading={t("inbox.heading")}
        below={t("inbox.below")}
        actions={
          unread > 0 && (
            <Form method="post">
              <Button type="submit">{t("inbox.readAll")}</Button>
            </Form>
          )
        }
      />
      {notices.length === 0 ? (
        <EmptyState heading={t("inbox.empty")}>{t("inbox.emptyText")}</EmptyState>
      ) : (
        <ul className="grid gap-2">
          {notices.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} now={now} />
          ))}
        </ul>
      )}
    </AppPage>
  );
}
