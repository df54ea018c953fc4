import { CommitmentLine } from "#app/live/commitment-line.tsx";
import { commitmentsOf, ofToday } from "#app/live/owners.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { usePhone } from "./phone-context.ts";

/** The kommune that is called up, with what it has agreed on; one's own is told that it is. */
export function RoundTask() {
  const {
    view,
    me: { organisationId },
  } = usePhone();
  const { t } = useTranslation("after");
  const spotlightId = view.stage.now?.spotlightId ?? null;
  const municipality = spotlightId === null ? undefined : view.organisations[spotlightId]?.name;
  if (municipality === undefined) return <p className="text-base/6">{t("round.waiting")}</p>;
  const own = commitmentsOf(view, (each) => ofToday(each) && each.ownerId === spotlightId);
  return (
    <section aria-live="polite">
      <h2 className="mb-3 text-xl/7">
        {spotlightId === organisationId ? t("round.yours") : t("round.now", { municipality })}
      </h2>
      {own.length === 0 ? (
        <p className="text-base/6 text-muted">{t("round.none", { municipality })}</p>
      ) : (
        <ul className="grid gap-2 text-base/6">
          {own.map((each) => (
            <li key={each.id} className="rounded-lg border border-line bg-surface px-3.5 py-2.5">
              <CommitmentLine commitment={each} owner={null} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
