import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { LiveView } from "#domain/live/view.ts";
import { useAgreementFacts } from "../agreement-facts.ts";
import { commitmentsByOwner, type OwnedCommitment, ofToday } from "../owners.ts";
import { pagesOf } from "./pages.ts";
import { usePage } from "./use-page.ts";

/** More would not be read from the back of the room. */
const PER_PAGE = 4;

/** The agreements of today by kommune, page after page. */
export function CommitmentsWall({ view }: { readonly view: LiveView }) {
  const { t } = useTranslation("after");
  const { compare } = useFormat();
  const owners = commitmentsByOwner(view, { which: ofToday, compare });
  const all = owners.flatMap(({ commitments }) => commitments);
  const pages = pagesOf(all, PER_PAGE);
  const shown = pages[usePage(pages.length)] ?? [];
  if (all.length === 0) return <p className="text-[1.6em] text-white/75">{t("wall.noAgreements")}</p>;
  return (
    <>
      <p className="mb-[0.8em] text-[1.6em] text-white/75">
        {t("wall.agreements", { count: all.length })} · {t("wall.kommuner", { count: owners.length })}
      </p>
      <ul className="grid grid-cols-2 gap-[0.9em]">
        {shown.map((each) => (
          <AgreementCard key={each.id} commitment={each} owner={view.organisations[each.ownerId]?.name ?? ""} />
        ))}
      </ul>
      {all.length > shown.length && (
        <p className="mt-[0.8em] text-[1.4em] text-white/75">{t("wall.more", { count: all.length - shown.length })}</p>
      )}
    </>
  );
}

/** An agreement as the hall reads it: whose, what, with whom, first step, when. */
export function AgreementCard({ commitment, owner }: { readonly commitment: OwnedCommitment; readonly owner: string }) {
  const { t } = useTranslation("after");
  const factsOf = useAgreementFacts();
  return (
    <li className="min-w-0 rounded-[0.7em] bg-[#f9f3e8] px-[1em] py-[0.8em] text-ink">
      <p className="line-clamp-2 text-[1.5em]/[1.25] font-semibold">{commitment.what}</p>
      <p className="mt-[0.3em] line-clamp-2 text-[1.4em]/[1.3]">{t("firstStep", { step: commitment.firstStep })}</p>
      <p className="mt-[0.3em] line-clamp-2 text-[1.4em]/[1.3] text-muted">{factsOf(commitment, owner)}</p>
    </li>
  );
}
