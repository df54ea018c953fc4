import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { LiveView, ShownWhiteSpot } from "#domain/live/view.ts";
import { termLabel } from "#domain/vocabulary.ts";
import { PressedActors } from "./pressed-actors.tsx";

const NAMED_AT_MOST = { kommuner: 5, links: 3 } as const;

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
  const cut = (names: readonly string[], most: number) =>
    names.length > most ? [...names.slice(0, most), t("check.others", { count: names.length - most })] : [...names];
  return (
    <li>
      <span className="block text-[1.15em] font-semibold">
        {people} ·{" "}
        {list(
          cut(
            links.map((link) => word(`chainLink.${link}`).toLowerCase()),
            NAMED_AT_MOST.links,
          ),
        )}
      </span>
      <span className="text-white/75">
        {t("check.missing", { count: missing.length, of: reaching })}: {list(cut(missing, NAMED_AT_MOST.kommuner))}
      </span>
    </li>
  );
}
