import { useTranslation } from "#app/text/use-translation.ts";
import { usePage } from "./use-page.ts";

const PER_PAGE = 9;

export interface Card {
  readonly id: string;
  readonly text: string;
  readonly by: string;
}

/** Cards that can be read from the back of the room, page after page. */
export function CardsWall({ cards, also }: { readonly cards: readonly Card[]; readonly also?: string | null }) {
  const { t } = useTranslation("screen");
  const page = usePage(Math.ceil(cards.length / PER_PAGE));
  const shown = cards.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
  const more = cards.length - shown.length;
  return (
    <>
      <ul className="grid gap-[0.9em] sm:grid-cols-2 lg:grid-cols-3">
        {shown.map((card) => (
          <li key={card.id} className="min-w-0 rounded-[0.7em] bg-[#f9f3e8] px-[1em] py-[0.8em] text-ink">
            <p className="line-clamp-4 text-[1.3em]/[1.3] font-semibold">{card.text}</p>
            <p className="mt-[0.3em] text-[1.05em] text-muted">{card.by}</p>
          </li>
        ))}
      </ul>
      <p className="mt-[0.8em] flex gap-[1.5em] text-[1.2em] text-white/75">
        {more > 0 && <span>{t("moreNotes", { count: more })}</span>}
        {also && <span>{also}</span>}
      </p>
    </>
  );
}
