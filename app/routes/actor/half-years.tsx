import { BusyMark } from "#app/components/busy-mark.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { BUSY_ACTOR_MUNICIPALITIES } from "#domain/actor.ts";
import { byHalfYear } from "#domain/half-year.ts";
import type { MunicipalityUses } from "./data.server.ts";

export interface HalfYearsProps {
  readonly name: string;
  readonly municipalities: readonly MunicipalityUses[];
}

/** When the kommuner came to the actor, and with what: an initiative counts in the half-year in which its board got it. */
export function HalfYears({ name, municipalities }: HalfYearsProps) {
  const { t } = useTranslation("actors");
  const { list } = useFormat();
  const asks = municipalities.flatMap(({ name: municipality, uses }) =>
    uses.map(({ title, createdAt }) => ({ municipality, title, createdAt })),
  );
  if (asks.length === 0) return null;
  return (
    <Panel heading={t("halfYear.heading")}>
      <p className="mb-3 text-muted">{t("halfYear.help", { name })}</p>
      <dl className="grid gap-4">
        {byHalfYear(asks, ({ createdAt }) => createdAt).map(({ halfYear, list: came }) => {
          const asking = [...new Set(came.map(({ municipality }) => municipality))];
          return (
            <div key={`${halfYear.year}-${halfYear.half}`} className="grid gap-1 border-t border-line pt-3">
              <dt className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
                {t(`halfYear.half${halfYear.half}`, { year: halfYear.year })}
                {asking.length < BUSY_ACTOR_MUNICIPALITIES && (
                  <span className="font-normal text-muted">{t("page.municipalities", { count: asking.length })}</span>
                )}
                <BusyMark municipalities={asking.length} />
              </dt>
              {asking.map((municipality) => (
                <dd key={municipality} className="wrap-anywhere">
                  {t("halfYear.wants", {
                    municipality,
                    titles: list(
                      came.filter((ask) => ask.municipality === municipality).map(({ title }) => `«${title}»`),
                    ),
                  })}
                </dd>
              ))}
            </div>
          );
        })}
      </dl>
    </Panel>
  );
}
