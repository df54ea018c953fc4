import { Link } from "@remix-run/react";
import { useTranslation } from "#app/text/use-translation.ts";
import { useShell } from "./shell-context.tsx";

/** From a board or a pair back to what the room is doing, for those who came from there with a phone. */
export function BackToLive() {
  const { t } = useTranslation("common");
  const { person } = useShell();
  if (person === null || person.liveWorkshopId === null) return null;
  return (
    <nav aria-label={t("live")} className="border-b border-line bg-projector px-3 py-2.5 sm:px-5 print:hidden">
      <Link
        to={`/live/${person.liveWorkshopId}`}
        className="inline-flex min-h-6 items-center font-semibold text-white underline underline-offset-4 focus-visible:outline-white"
      >
        <span aria-hidden="true" className="me-1">
          ‹
        </span>
        {t("backToLive")}
      </Link>
    </nav>
  );
}
