import { EllipsisVertical, GripVertical } from "lucide-react";
import { useTranslation } from "#app/text/use-translation.ts";

/** As large as a finger where fingers are used. */
const toolClass =
  "relative grid h-7 w-6 place-items-center rounded-md hover:bg-sand pointer-coarse:size-11 pointer-coarse:-my-2";

/** A handle to carry the card by and the menu that does the same; the lane's list hears them. */
export function CardTools({ title }: { readonly title: string }) {
  const { t } = useTranslation("board");
  return (
    <span className="-my-1 -mr-2 flex text-muted opacity-60 transition-opacity focus-within:opacity-100 group-hover/card:opacity-100 pointer-coarse:opacity-100 print:hidden">
      <button
        type="button"
        tabIndex={-1}
        data-tool="move"
        aria-label={t("card.drag", { title })}
        className={`${toolClass} cursor-grab touch-none select-none pointer-coarse:-mr-1`}
      >
        <GripVertical className="size-4 pointer-coarse:size-5" aria-hidden="true" />
      </button>
      <button
        type="button"
        tabIndex={-1}
        data-tool="menu"
        aria-label={t("card.more", { title })}
        aria-haspopup="menu"
        className={toolClass}
      >
        <EllipsisVertical className="size-4 pointer-coarse:size-5" aria-hidden="true" />
      </button>
    </span>
  );
}
