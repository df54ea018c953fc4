import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { textsOf } from "#app/http/language.server.ts";
import { badRequest, redirectWithin } from "#app/http/responses.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { sendLink, signInToDemo, signInWithPassword } from "./actions.server.ts";
import { demoGroups } from "./data.server.ts";
import { DemoPeople } from "./demo-people.tsx";
import { LinkForm } from "./link-form.tsx";
import { PasswordForm } from "./password-form.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (context.session !== null) {
    throw redirectWithin(new URL(request.url).searchParams.get("next"), { fallback: "/" });
  }
  const title = textsOf(request, context, "signIn")("heading");
  return { title, groups: await demoGroups(context), sendsMail: context.mailer.enabled };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  switch (form.get("intent")) {
    case "link":
      return sendLink({ context, request, form });
    case "password":
      return signInWithPassword({ context, request, form });
    case "demo":
      return signInToDemo({ context, request, form });
    default:
      throw badRequest();
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function SignInScreen() {
  const { t } = useTranslation("signIn");
  const { groups, sendsMail } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const refused = (intent: "link" | "password") => (posted?.intent === intent ? posted.refused : undefined);
  return (
    <AppPage width="narrow">
      <PageHeading heading={t("heading")} below={t("intro")} />
      <div className="grid gap-5">
        {groups.length > 0 && <DemoPeople groups={groups} />}
        <LinkForm sendsMail={sendsMail} sentTo={posted?.sentTo} refused={refused("link")} />
        <PasswordForm refused={refused("password")} />
      </div>
    </AppPage>
  );
}
