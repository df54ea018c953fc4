import { useTranslation } from "#app/text/use-translation.ts";
import type { LiveView } from "#domain/live/view.ts";
import { commitmentsOf, ofToday } from "../owners.ts";
import { AgreementCard } from "./commitments-wall.tsx";
import { pagesOf } from "./pages.ts";
import { usePage } from "./use-page.ts";

const PER_PAGE = 3;

/** The kommune that is called up, with what it has agreed on today. */
export function RoundWall({ view }: { readonly view: LiveView }) {
  const { t } = useTranslation("after");
  const spotlightId = view.stage.now?.spotlightId ?? null;
  const municipality = spotlightId === null ? undefined : view.organisations[spotlightId]?.name;
  const own = commitmentsOf(view, ofToday).filter(({ ownerId }) => ownerId === spotlightId);
  const pages = pagesOf(own, PER_PAGE);
  const shown = pages[usePage(pages.length)] ?? [];
  if (municipality === undefined) return <p className="text-[1.6em] text-white/75">{t("round.waiting")}</p>;
  return (
    <>
      <p className="mb-[0.5em] text-[2.6em]/[1.15] font-semibold text-amber-bright">
        {t("round.now", { municipality })}
      </p>
      {own.length === 0 ? (
        <p className="text-[1.6em] text-white/75">{t("round.none", { municipality })}</p>
      ) : (
        <ul className="grid gap-[0.9em]">
          {shown.map((each) => (
            <AgreementCard key={each.id} commitment={each} owner={municipality} />
          ))}
        </ul>
      )}
    </>
  );
}
