import { useTranslation } from "#app/text/use-translation.ts";
import { kommunerOf } from "./primary-act.ts";
import { useStageFacts } from "./stage-context.tsx";

/** Who has come, by kommune. */
export function ArrivalsPanel() {
  const { t } = useTranslation(["stage", "live"]);
  const { view } = useStageFacts();
  const here = Object.values(view.participants);
  const kommuner = kommunerOf(view);
  const known = new Set(kommuner.map(({ id }) => id));
  const groups = [
    ...kommuner.map(({ id, name }) => ({ name, count: here.filter((each) => each.organisationId === id).length })),
    {
      name: t("live:elsewhere"),
      count: here.filter(({ organisationId }) => organisationId === null || !known.has(organisationId)).length,
    },
  ];
  return (
    <section aria-labelledby="stage-arrivals">
      <h2 id="stage-arrivals" className="mb-1 text-xs/5 font-semibold tracking-wide text-muted uppercase">
        {t("arrivals")} · {here.length}
      </h2>
      {here.length === 0 && <p className="text-[13px]/5 text-muted">{t("nobodyHere")}</p>}
      <ul>
        {groups
          .filter(({ count }) => count > 0)
          .map(({ name, count }) => (
            <li key={name} className="flex justify-between gap-3 border-t border-line py-1.5">
              <span className="min-w-0 truncate font-medium">{name}</span>
              <span className="tabular-nums">{count}</span>
            </li>
          ))}
      </ul>
    </section>
  );
}
