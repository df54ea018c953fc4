import { useTranslation } from "#app/text/use-translation.ts";
import { placedBy } from "#domain/live/ballot.ts";
import { agendaOf, type LiveView } from "#domain/live/view.ts";
import { CardsWall } from "./cards-wall.tsx";

/** So many of what was voted forward are the tables' task (PRODUCT C1, minute 75). */
const VOTED_SHOWN = 5;

/** What the tables work on, and the ideas as they come, the newest first. */
export function IdeasWall({ view }: { readonly view: LiveView }) {
  const { t } = useTranslation("screen");
  const ideas = Object.entries(view.ideas).sort(([, a], [, b]) => b.at - a.at);
  const voted = agendaOf(view)
    .flatMap(({ id }) => {
      const { result = null, count = "raw" } = view.ballots[id] ?? {};
      return result === null ? [] : [placedBy(result, count)];
    })
    .at(-1)
    ?.slice(0, VOTED_SHOWN);
  return (
    <div className="grid gap-[1.6em]">
      {voted !== undefined && (
        <section>
          <h2 className="font-semibold text-amber-bright">{t("votedForward")}</h2>
          <ol className="mt-[0.4em] grid list-decimal gap-[0.2em] pl-[1.4em] text-[1.15em] font-semibold">
            {voted.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ol>
        </section>
      )}
      <section>
        <h2 className="mb-[0.6em] font-semibold text-amber-bright">{t("ideas", { count: ideas.length })}</h2>
        <CardsWall
          cards={ideas.map(([id, { title, organisationId }]) => ({
            id,
            text: title,
            by: view.organisations[organisationId]?.name ?? "",
          }))}
        />
      </section>
    </div>
  );
}
