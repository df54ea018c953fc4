import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { Panel } from "#app/components/panel.tsx";
import { TextList } from "#app/components/text-list.tsx";
import { textsOf } from "#app/http/language.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";

/** The operator's own statement where there is one, as the law wants it; otherwise what we know ourselves. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const { accessibilityStatementUrl } = context.settings;
  if (accessibilityStatementUrl !== null) throw redirect(accessibilityStatementUrl);
  return { title: textsOf(request, context, "about")("accessibility.heading") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

const HOW = ["keyboard", "changes", "colour", "zoom", "motion", "noScript"] as const;
const LIMITS = ["network", "editor", "test"] as const;

export default function AccessibilityScreen() {
  const { t } = useTranslation("about");
  return (
    <AppPage width="narrow">
      <PageHeading heading={t("accessibility.heading")} />
      <p className="mb-5 text-base/6">{t("accessibility.intro")}</p>
      <div className="grid gap-5">
        <Panel heading={t("accessibility.how")}>
          <TextList items={HOW.map((item) => t(`accessibility.howItems.${item}`))} />
        </Panel>
        <Panel heading={t("accessibility.limits")}>
          <TextList items={LIMITS.map((item) => t(`accessibility.limitItems.${item}`))} />
        </Panel>
        <Panel heading={t("accessibility.contact")}>
          <p>{t("accessibility.contactText")}</p>
          <p className="mt-3 text-muted">{t("accessibility.updated")}</p>
        </Panel>
      </div>
    </AppPage>
  );
}
