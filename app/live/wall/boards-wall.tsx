import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { LiveView, ShownWhiteSpot } from "#domain/live/view.ts";
import { termLabel } from "#domain/vocabulary.ts";
import { PressedActors } from "./pressed-actors.tsx";

const NAMED_AT_MOST = 5;

/** What the boards of the workshop say together: who is asked by many, and where nobody does anything. */
export function BoardsWall({ check }: { readonly check: LiveView["check"]["now"] }) {
  const { t } = useTranslation("screen");
  if (check === undefined) return null;
  return (
    <div className="grid gap-x-[2.4em] gap-y-[1.6em] text-[1.15em] lg:grid-cols-2">
      <PressedActors pressed={check.pressed} />
      <section>
        <h2 className="font-semibold text-amber-bright">{t("check.whiteSpots")}</h2>
        {check.whiteSpots.length === 0 && <p className="mt-[0.6em] text-white/75">{t("check.noWhiteSpots")}</p>}
        <ul className="mt-[0.6em] grid gap-[0.7em]">
          {check.whiteSpots.map((spot) => (
            <WhiteSpotLine key={spot.targetGroup + spot.links.join()} spot={spot} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function WhiteSpotLine({ spot: { links, targetGroup, reaching, missing } }: { readonly spot: ShownWhiteSpot }) {
  const { t, i18n } = useTranslation("screen");
  const { t: word } = useTranslation("vocabulary");
  const { list } = useFormat();
  const people = termLabel("targetGroups", targetGroup, i18n.language === "en" ? "en" : "da");
  const rest = missing.length - NAMED_AT_MOST;
  const named = missing.slice(0, NAMED_AT_MOST);
  return (
    <li>
      <span className="text-[1.15em] font-semibold">
        {people} · {list(links.map((link) => word(`chainLink.${link}`).toLowerCase()))}
      </span>{" "}
      <span className="text-white/75">
        {t("check.missing", { count: missing.length, of: reaching })}:{" "}
        {list(rest > 0 ? [...named, t("check.others", { count: rest })] : named)}
      </span>
    </li>
  );
}
