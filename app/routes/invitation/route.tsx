import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { textsOf } from "#app/http/language.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { AcceptForm } from "./accept-form.tsx";
import { acceptAs, acceptWithNewAccount } from "./actions.server.ts";
import { openInvitation } from "./data.server.ts";
import { InvitationSentence } from "./invitation-sentence.tsx";
import { NewAccountForm } from "./new-account-form.tsx";

/** Shows who invites to what and uses nothing up: mail scanners and previews open links too. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const title = textsOf(request, context, "people")("invitation.heading");
  const invitation = await openInvitation(context, params.token ?? "");
  const signedInAs = context.session?.person.name ?? null;
  return data({ title, invitation, signedInAs }, { status: invitation === null ? 410 : 200 });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const posted = { context, request, token: params.token ?? "", form: await request.formData() };
  const personId = context.session?.person.id;
  const answer = await (personId === undefined ? acceptWithNewAccount(posted) : acceptAs(personId, posted));
  // Its maker sees why on the page; for everybody else it is gone.
  return answer ?? data({ refused: undefined }, { status: 410 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => pageTitle(loaded?.title);

export default function InvitationScreen() {
  const { t } = useTranslation("people");
  const { invitation, signedInAs } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const { pathname } = useLocation();
  if (invitation === null) {
    return (
      <AppPage width="narrow">
        <PageHeading heading={t("invitation.goneHeading")} below={t("invitation.goneText")} />
      </AppPage>
    );
  }
  return (
    <AppPage width="narrow">
      <PageHeading heading={t("invitation.heading")} />
      <InvitationSentence invitation={invitation} />
      <p className="mt-2 mb-6 max-w-prose text-muted">{t("invitation.what")}</p>
      {signedInAs === null && <NewAccountForm refused={posted?.refused} returnTo={pathname} />}
      {signedInAs !== null && !invitation.isOwn && <AcceptForm name={signedInAs} />}
      {invitation.isOwn && <p className="font-medium">{t("invitation.own")}</p>}
    </AppPage>
  );
}
