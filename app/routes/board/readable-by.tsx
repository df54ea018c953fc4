import { Link } from "@remix-run/react";
import { Eye } from "lucide-react";
import { useTranslation } from "#app/text/use-translation.ts";
import type { BoardPage } from "./data.server.ts";

/** Who can read the board, with the way to the one place where that is said. For the board's own kommune. */
export function ReadableBy({ board }: { readonly board: BoardPage["board"] }) {
  const { t } = useTranslation("board");
  const { t: word } = useTranslation("vocabulary");
  const readers = word(`visibility.${board.visibility}`);
  return (
    <Link
      to={`/organisations/${board.organisation.id}#boards`}
      className="flex min-h-6 items-center gap-1.5 text-xs/5 text-muted hover:text-primary hover:underline print:hidden"
    >
      <Eye className="size-3.5 shrink-0" aria-hidden="true" />
      {t("readableBy", { readers })}
    </Link>
  );
}
