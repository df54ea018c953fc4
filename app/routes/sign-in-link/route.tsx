import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { Button, LinkButton } from "#app/components/button.tsx";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { textsOf } from "#app/http/language.server.ts";
import { redirectWithin } from "#app/http/responses.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";

/** Shows the button and uses nothing up: mail scanners and previews open links too. */
export function loader({ request, context }: LoaderFunctionArgs) {
  return { title: textsOf(request, context, "signIn")("confirm.heading") };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const headers = await context.signIn.redeemLink(params.token ?? "", request);
  if (headers === null) return data({ expired: true }, { status: 410 });
  return redirectWithin("/", { fallback: "/", headers });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => pageTitle(loaded?.title);

export default function SignInLinkScreen() {
  const { t } = useTranslation("signIn");
  const posted = useActionData<typeof action>();
  if (posted?.expired) {
    return (
      <AppPage width="narrow">
        <PageHeading heading={t("expired.heading")} below={t("expired.text")} />
        <LinkButton href="/sign-in" tone="primary">
          {t("expired.again")}
        </LinkButton>
      </AppPage>
    );
  }
  return (
    <AppPage width="narrow">
      <PageHeading heading={t("confirm.heading")} below={t("confirm.text")} />
      <Form method="post" reloadDocument>
        <Button type="submit" tone="primary">
          {t("confirm.submit")}
        </Button>
      </Form>
    </AppPage>
  );
}
