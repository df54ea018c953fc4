import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { KindBadge } from "#app/components/kind-badge.tsx";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { Panel } from "#app/components/panel.tsx";
import { TextList } from "#app/components/text-list.tsx";
import { textsOf } from "#app/http/language.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { FINDING_KINDS } from "#domain/finding.ts";

export function loader({ request, context }: LoaderFunctionArgs) {
  return { title: textsOf(request, context, "about")("check.heading") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

const READS = ["text", "tags", "actors", "phase"] as const;
const WHY = ["points", "evidence", "strength", "same"] as const;
const LIMITS = ["unwritten", "quality", "words", "national"] as const;

/** What the check does and does not, for somebody who decides whether to trust it; the rules are domain/synergy/SPEC.md. */
export default function CheckScreen() {
  const { t } = useTranslation("about");
  const { t: word } = useTranslation("vocabulary");
  const { t: known } = useTranslation("words");
  const words = {
    strong: word("strength.strong"),
    medium: word("strength.medium"),
    weak: word("strength.weak"),
    unrelated: word("answer.unrelated"),
  };
  return (
    <AppPage width="narrow">
      <PageHeading heading={t("check.heading")} />
      <p className="mb-5 text-base/6">{t("check.intro")}</p>
      <div className="grid gap-5">
        <Panel heading={t("check.kinds")}>
          <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_minmax(0,1fr)] sm:gap-y-3">
            {FINDING_KINDS.map((kind) => (
              <div key={kind} className="contents">
                <dt className="max-sm:mt-2">
                  <KindBadge kind={kind} />
                </dt>
                <dd>{t(`check.kind.${kind}`)}</dd>
              </div>
            ))}
          </dl>
        </Panel>
        <Panel heading={t("check.reads")}>
          <TextList items={READS.map((item) => t(`check.readsItems.${item}`))} />
          <p className="mt-3">
            <Link to="/check/words" className="link">
              {known("open")}
            </Link>
          </p>
        </Panel>
        <Panel heading={t("check.why")}>
          <TextList items={WHY.map((item) => t(`check.whyItems.${item}`, words))} />
        </Panel>
        <Panel heading={t("check.limits")}>
          <TextList items={LIMITS.map((item) => t(`check.limitsItems.${item}`, words))} />
        </Panel>
        <Panel heading={t("check.when")}>
          <p>{t("check.whenText")}</p>
        </Panel>
        <Panel heading={t("check.where")}>
          <p>{t("check.whereText")}</p>
        </Panel>
      </div>
    </AppPage>
  );
}
