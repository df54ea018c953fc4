import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { refusedField } from "#app/components/refused-field.ts";
import { textsOf } from "#app/http/language.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { openByCode } from "./actions.server.ts";

/** For those who type the code instead of scanning it. */
export function loader({ request, context }: LoaderFunctionArgs) {
  return { title: textsOf(request, context, "joining")("heading") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return openByCode({ context, request, form: await request.formData() });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function CodeScreen() {
  const { t } = useTranslation("joining");
  const posted = useActionData<typeof action>();
  return (
    <AppPage width="narrow">
      <PageHeading heading={t("heading")} below={t("below")} />
      <Form
        method="post"
        className="grid gap-4 [&_input]:min-h-12 [&_input]:text-xl [&_input]:tracking-[0.12em] [&_input]:uppercase"
      >
        <TextField
          label={t("code")}
          hint={t("codeHint")}
          autoComplete="off"
          {...refusedField(posted?.refused, "code")}
        />
        <Button type="submit" tone="primary" className="min-h-12 text-base">
          {t("next")}
        </Button>
      </Form>
    </AppPage>
  );
}
