import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { requireSession } from "#app/http/guards.server.ts";
import { textsOf } from "#app/http/language.server.ts";
import { badRequest } from "#app/http/responses.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { endAllSessions, endSession, noteIntro, saveProfile, setPassword } from "./actions.server.ts";
import { loadAccount } from "./data.server.ts";
import { PasswordPanel } from "./password-panel.tsx";
import { ProfilePanel } from "./profile-panel.tsx";
import { SessionsPanel } from "./sessions-panel.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = requireSession(context, request);
  const title = textsOf(request, context, "people")("account.heading");
  return { title, now: context.now(), ...(await loadAccount(context, session)) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = requireSession(context, request);
  const form = await request.formData();
  switch (form.get("intent")) {
    case "profile":
      return saveProfile({ context, session, request, form });
    case "password":
      return setPassword({ context, session, request, form });
    case "end-session":
      return endSession({ context, session, request, form });
    case "end-all-sessions":
      return endAllSessions({ context, session, request, form });
    case "intro":
      return noteIntro({ context, session, request, form });
    default:
      throw badRequest();
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function AccountScreen() {
  const { t } = useTranslation("people");
  const { now, sessions, ...person } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  return (
    <AppPage width="narrow">
      <PageHeading heading={t("account.heading")} below={person.email} />
      <div className="grid gap-5">
        <ProfilePanel {...person} posted={posted?.intent === "profile" ? posted : undefined} />
        <PasswordPanel email={person.email} posted={posted?.intent === "password" ? posted : undefined} />
        <SessionsPanel sessions={sessions} now={now} />
      </div>
    </AppPage>
  );
}
