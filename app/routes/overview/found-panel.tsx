import { Link } from "@remix-run/react";
import { KIND_TONES, KindIcon } from "#app/components/kind-badge.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { FindingNews } from "./finding-news.ts";

/** What the check has found on one's own cards since one's last visit. */
export function FoundPanel({ found }: { readonly found: readonly FindingNews[] }) {
  const { t } = useTranslation("overview");
  return (
    <Panel heading={t("found.heading")}>
      <ul>
        {found.map(({ id, kind, relation, own, other, organisation }) => (
          <li key={id}>
            <Link to={`/findings/${id}`} className="flex items-baseline gap-2 py-1 hover:text-primary hover:underline">
              <KindIcon kind={kind} className={`relative top-0.5 ${KIND_TONES[kind].text}`} />
              {t("found.line", { relation: t(`waiting.relation.${relation}`, { organisation }), own, other })}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
