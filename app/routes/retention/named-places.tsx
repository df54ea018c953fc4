import { Link } from "@remix-run/react";
import { useTranslation } from "#app/text/use-translation.ts";
import type { NamedOnBoard } from "./named.server.ts";

/** What anonymising leaves, and where to mend it first. */
export function NamedPlaces({ places }: { readonly places: readonly NamedOnBoard[] }) {
  const { t } = useTranslation("report");
  return (
    <div className="mb-4">
      <p>{t("settings.boardsStay")}</p>
      {places.length === 0 ? (
        <p className="mt-2 text-muted">{t("settings.noNames")}</p>
      ) : (
        <>
          <h3 className="mt-3 mb-1 text-sm/5">{t("settings.named", { count: places.length })}</h3>
          <ul className="grid gap-1.5">
            {places.map(({ boardId, initiativeId, title, municipality, isBinned, fields, names }) => (
              <li key={`${boardId} ${initiativeId}`}>
                <Link to={`/boards/${boardId}?card=${initiativeId}`} className="link font-medium">
                  {title}
                </Link>{" "}
                <span className="text-muted">
                  {[
                    municipality,
                    isBinned && t("settings.binned"),
                    fields.map((field) => t(`settings.field.${field}`)).join(", "),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                  {": "}
                </span>
                {names.join(", ")}
              </li>
            ))}
          </ul>
          <p className="mt-2 text-[13px]/5 text-muted">{t("settings.namedHint")}</p>
        </>
      )}
    </div>
  );
}
