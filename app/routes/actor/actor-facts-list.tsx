import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/text/use-translation.ts";
import type { ActorPage } from "./data.server.ts";

/** Names, reach and where the entry comes from. */
export function ActorFactsList({ page }: { readonly page: ActorPage }) {
  const { t } = useTranslation("actors");
  const { actor, otherNames, facts, mergedInto } = page;
  return (
    <dl className="grid gap-3 rounded-xl border border-line bg-surface p-5">
      {mergedInto !== null && (
        <Fact name={t("page.merged")}>
          <Link to={`/actors/${mergedInto.id}`} className="link">
            {mergedInto.name}
          </Link>
        </Fact>
      )}
      {otherNames.length > 0 && (
        <Fact name={t("page.also")}>
          <ul>
            {otherNames.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact name={t("page.reach")}>{t(`page.level.${actor.level}`)}</Fact>
      {facts.domain !== null && (
        <Fact name={t("page.website")}>
          <a href={`https://${facts.domain}`} rel="noreferrer" className="link">
            {facts.domain}
          </a>
        </Fact>
      )}
      {facts.note !== null && <Fact name={t("page.note")}>{facts.note}</Fact>}
      {facts.sourceUrl !== null && (
        <Fact name={t("page.source")}>
          <a href={facts.sourceUrl} rel="noreferrer" className="link break-all">
            {facts.sourceUrl}
          </a>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-[13px]/5 font-semibold text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
