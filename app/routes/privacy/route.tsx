import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { Panel } from "#app/components/panel.tsx";
import { TextList } from "#app/components/text-list.tsx";
import { textsOf } from "#app/http/language.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";

export function loader({ request, context }: LoaderFunctionArgs) {
  return { title: textsOf(request, context, "about")("privacy.heading") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

const STORED = ["account", "sessions", "changes", "log"] as const;
const SEEN = ["name", "email", "boards"] as const;
const SECTIONS = ["cookies", "offline", "content", "rights"] as const;

/** What is kept about people, who sees it, and how to have it changed. */
export default function PrivacyScreen() {
  const { t } = useTranslation("about");
  return (
    <AppPage width="narrow">
      <PageHeading heading={t("privacy.heading")} />
      <p className="mb-5 text-base/6">{t("privacy.intro")}</p>
      <div className="grid gap-5">
        <Panel heading={t("privacy.stored")}>
          <TextList items={STORED.map((item) => t(`privacy.storedItems.${item}`))} />
        </Panel>
        <Panel heading={t("privacy.seen")}>
          <TextList items={SEEN.map((item) => t(`privacy.seenItems.${item}`))} />
        </Panel>
        {SECTIONS.map((section) => (
          <Panel key={section} heading={t(`privacy.${section}`)}>
            <p>{t(`privacy.${section}Text`)}</p>
          </Panel>
        ))}
      </div>
    </AppPage>
  );
}
