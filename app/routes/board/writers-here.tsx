import { useTranslation } from "#app/text/use-translation.ts";
import { useBoard } from "./board-context.tsx";
import { NO_WRITERS } from "./people.ts";
import { useStore } from "./store.ts";

/** Others who write in this very field now. */
export function WritersHere({ initiativeId, field }: { readonly initiativeId: string; readonly field: string }) {
  const { t } = useTranslation("board");
  const { session } = useBoard();
  const writers = useStore(session?.presence.writers, NO_WRITERS);
  const here = (writers.get(initiativeId) ?? []).filter((writer) => writer.field === field);
  return here.map(({ id, name, colour }) => (
    <p
      key={id}
      className="mt-1 mr-1 inline-block rounded-sm px-1.5 py-0.5 text-[11px]/4 font-semibold text-white"
      style={{ backgroundColor: colour }}
    >
      {t("card.writing", { name })}
    </p>
  ));
}
