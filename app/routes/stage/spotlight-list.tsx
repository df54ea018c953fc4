import { Button } from "#app/components/button.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { kommunerOf } from "./primary-act.ts";
import { useStageFacts } from "./stage-context.tsx";

/** In a round: every kommune, to call up out of turn or once more. A press starts its time anew. */
export function SpotlightList() {
  const { t } = useTranslation("stage");
  const { view, stage, item, send } = useStageFacts();
  if (item?.kind !== "round") return null;
  return (
    <section aria-labelledby="stage-round" className="rounded-xl border border-line bg-surface px-4 py-3">
      <h2 id="stage-round" className="text-sm/6">
        {t("callUp")}
      </h2>
      <p className="mb-2 text-[13px]/5 text-muted">{t("callUpHint")}</p>
      <ul className="flex flex-wrap gap-2">
        {kommunerOf(view).map(({ id, name }) => (
          <li key={id}>
            <Button
              size="small"
              tone={stage.spotlightId === id ? "primary" : "quiet"}
              aria-pressed={stage.spotlightId === id}
              onPress={() => void send("spotlight", { organisationId: id })}
            >
              {name}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
