import { Link } from "@remix-run/react";
import { memo } from "react";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { useBoard } from "./board-context.tsx";
import type { LastChange } from "./board-data.ts";

export interface CardHistoryProps {
  readonly initiativeId: string;
  readonly changes: readonly LastChange[];
}

/** Who changed each field last, and when. */
export const CardHistory = memo(function CardHistory({ initiativeId, changes }: CardHistoryProps) {
  const { t } = useTranslation("card");
  const { t: history } = useTranslation("history");
  const { boardId, personId, opensHistory } = useBoard();
  const { dateTime } = useFormat();
  if (changes.length === 0) return null;
  return (
    <details className="print:hidden">
      <summary className="min-h-6 text-[13px]/6 font-semibold text-muted">{t("history")}</summary>
      <table className="mt-1 w-full text-left text-xs/5">
        <tbody>
          {changes.map(({ field, personId: by, name, at }) => (
            <tr key={field} className="border-t border-line">
              <th scope="row" className="py-1 pr-2 font-medium">
                {t(`historyField.${field}`)}
              </th>
              <td className="py-1 pr-2">
                {by === personId ? t("you") : (name ?? (by === null ? t("server") : t("someone")))}
              </td>
              <td className="py-1 text-right text-muted">{dateTime(at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {opensHistory && (
        <Link
          to={`/boards/${boardId}/history?initiative=${encodeURIComponent(initiativeId)}`}
          className="link mt-1 inline-block text-[13px]/6"
        >
          {history("ofInitiative")}
        </Link>
      )}
    </details>
  );
});
