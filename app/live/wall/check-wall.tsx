import { useTranslation } from "#app/text/use-translation.ts";
import type { ShownCheck } from "#domain/live/view.ts";
import { PressedActors } from "./pressed-actors.tsx";

/** What the tables do, how many pairs the kommuner have answered, and the actors that so many of them count on that one common letter beats many. */
export function CheckWall({ check }: { readonly check: ShownCheck | undefined }) {
  const { t } = useTranslation("screen");
  if (check === undefined) return null;
  const { total, decided, pressed } = check;
  return (
    <>
      <p className="mb-[1em] max-w-[36em] text-[1.25em] text-white/80">{t("check.task")}</p>
      <p className="text-[1.5em]">{t("check.answered", { count: decided, of: total })}</p>
      <div className="mt-[0.6em] h-[0.6em] rounded-full bg-white/15" aria-hidden="true">
        <div
          className="h-full rounded-full bg-amber-bright"
          style={{ width: `${total === 0 ? 0 : (100 * decided) / total}%` }}
        />
      </div>
      {pressed.length > 0 && (
        <div className="mt-[1.6em]">
          <PressedActors pressed={pressed} />
        </div>
      )}
    </>
  );
}
