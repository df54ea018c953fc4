import { useTranslation } from "#app/text/use-translation.ts";
import type { ShownCheck } from "#domain/live/view.ts";

/** The actors that so many kommuner count on that one common letter beats many. */
export function PressedActors({ pressed }: Pick<ShownCheck, "pressed">) {
  const { t } = useTranslation("screen");
  return (
    <section>
      <h2 className="font-semibold text-amber-bright">{t("check.pressed")}</h2>
      {pressed.length === 0 && <p className="mt-[0.6em] text-white/75">{t("check.noPressed")}</p>}
      <ul className="mt-[0.6em] grid gap-[0.7em]">
        {pressed.map(({ id, name, kommuner }) => (
          <li key={id}>
            <span className="text-[1.15em] font-semibold">{name}</span>{" "}
            <span className="text-white/75">
              {t("check.kommuner", { count: kommuner.length })}: {kommuner.join(", ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
