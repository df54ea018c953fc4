import { useTranslation } from "#app/text/use-translation.ts";
import type { LiveView } from "#domain/live/view.ts";
import { useGoingOn } from "../going-on.ts";

/** When it goes on, and with what. */
export function BreakWall({ view }: { readonly view: LiveView }) {
  const { t } = useTranslation("live");
  const { at, title } = useGoingOn(view);
  return (
    <>
      {at !== null && (
        <p className="text-[2.6em]/[1.2] font-semibold text-amber-bright">{t("goesOn.at", { time: at })}</p>
      )}
      {title !== null && <p className="mt-[0.5em] text-[1.6em]/[1.3] text-white/75">{t("goesOn.next", { title })}</p>}
    </>
  );
}
