import { Megaphone } from "lucide-react";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { BUSY_ACTOR_MUNICIPALITIES } from "#domain/actor.ts";

/** Says that many kommuner ask the same actor; nothing for the others. */
export function BusyMark({ municipalities }: { readonly municipalities: number }) {
  const { t } = useTranslation("actors");
  const { number } = useFormat();
  if (municipalities < BUSY_ACTOR_MUNICIPALITIES) return null;
  return (
    <span className="inline-flex min-h-6 items-center gap-1.5 rounded-full bg-gap-on px-2 text-xs/4 font-semibold text-gap">
      <Megaphone className="size-3.5 shrink-0" aria-hidden="true" />
      {t("busy", { municipalities: number(municipalities) })}
    </span>
  );
}
