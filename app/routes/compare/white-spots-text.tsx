import { Link } from "@remix-run/react";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { ComparePage, NamedSpot } from "./data.server.ts";

const NAMED_AT_MOST = 3;

/** Where kommuner reach people, but not at this link: the largest holes in sentences, each with the way to its table. */
export function WhiteSpotsText({ spots }: Pick<ComparePage, "spots">) {
  const { t } = useTranslation("compare");
  if (spots.length === 0) return null;
  return (
    <section aria-labelledby="spots" className="mt-5 max-w-prose">
      <h3 id="spots" className="mb-1">
        {t("spots.heading")}
      </h3>
      <ul className="grid gap-1">
        {spots.map((spot) => (
          <li key={spot.href + spot.link}>
            <Spot spot={spot} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Spot({ spot: { link, targetGroup, reaching, missing, href } }: { readonly spot: NamedSpot }) {
  const { t } = useTranslation("compare");
  const { t: word } = useTranslation("vocabulary");
  const { list } = useFormat();
  const rest = missing.length > NAMED_AT_MOST + 1 ? missing.slice(NAMED_AT_MOST) : [];
  const named = missing.slice(0, missing.length - rest.length);
  const kommuner = list(rest.length === 0 ? named : [...named, t("reading.others", { count: rest.length })]);
  const words = { link: word(`chainLink.${link}`).toLowerCase(), people: targetGroup.toLowerCase() };
  return (
    <>
      {t("spots.one", { ...words, count: missing.length, all: reaching, kommuner })}{" "}
      <Link to={href} preventScrollReset className="link" aria-label={t("spots.openOf", words)}>
        {t("spots.open")}
      </Link>
    </>
  );
}
