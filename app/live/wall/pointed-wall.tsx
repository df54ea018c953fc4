import { useTranslation } from "#app/text/use-translation.ts";
import type { PointedOut } from "#domain/live/view.ts";

const SHOWN = 6;

/** The one thing that everybody is asked to look at; of a group the first of what is in it. */
export function PointedWall({ pointed: { text, notes } }: { readonly pointed: PointedOut }) {
  const { t } = useTranslation("live");
  return (
    <div className="rounded-[0.7em] bg-[#f9f3e8] px-[1.4em] py-[1.1em] text-ink">
      <p className="text-[1.4em] font-semibold text-muted">{t("lookHere")}</p>
      <p className="mt-[0.2em] line-clamp-6 text-[2.2em]/[1.2] font-semibold text-balance">{text}</p>
      {notes.length > 0 && (
        <ul className="mt-[0.8em] grid gap-[0.4em] border-t border-line pt-[0.6em] text-[1.4em]/[1.3]">
          {notes.slice(0, SHOWN).map((note, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two notes may say the same, and none has a state
            <li key={index} className="line-clamp-2">
              {note}
            </li>
          ))}
        </ul>
      )}
      {notes.length > SHOWN && (
        <p className="mt-[0.5em] text-[1.2em] text-muted">{t("more", { count: notes.length - SHOWN })}</p>
      )}
    </div>
  );
}
