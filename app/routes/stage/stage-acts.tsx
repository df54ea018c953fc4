import type { TFunction } from "i18next";
import { Button } from "#app/components/button.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { itemAfter } from "#domain/live/stage-move.ts";
import { KeyMark } from "./key-mark.tsx";
import { type PrimaryAct, primaryActOf } from "./primary-act.ts";
import { useStageFacts } from "./stage-context.tsx";
import { stageKey } from "./use-stage-keys.ts";

/** Back, undo, and what the item is for. */
export function StageActs() {
  const { t } = useTranslation("stage");
  const { agenda, item, beside, send } = useStageFacts();
  const canGoBack = item !== null && agenda[0]?.id !== item.id;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button isDisabled={beside.undoable === 0} onPress={() => void send("undo")} {...stageKey("z")}>
        {t("undo")} <KeyMark>Z</KeyMark>
      </Button>
      <Button
        isDisabled={!canGoBack}
        onPress={() => void send("back", { from: item?.id ?? "" })}
        {...stageKey("arrowleft")}
      >
        <span aria-hidden="true">‹</span> {t("back")}
      </Button>
      <PrimaryButton />
    </div>
  );
}

function PrimaryButton() {
  const { t } = useTranslation(["stage", "live"]);
  const { view, stage, agenda, item, send } = useStageFacts();
  const primary = primaryActOf({ view, stage, item, following: itemAfter(agenda, item?.id ?? null) });
  // Going on has its own line with who is ready.
  if (primary === null || primary.act === "next") return null;
  const run: Record<Exclude<PrimaryAct["act"], "next">, () => Promise<void>> = {
    begin: () => send("next", { from: "" }),
    "call-up": () => send("spotlight", { organisationId: "organisationId" in primary ? primary.organisationId : "" }),
    "show-notes": () => send("show-notes", whatToShow(primary)),
    "show-result": () => send("show-result", { itemId: item?.id ?? "" }),
    "show-place": () => send("show-result", { itemId: item?.id ?? "", how: "step", from: String(fromOf(primary)) }),
  };
  // The first item begins by the key that goes on.
  const [key, mark] = primary.act === "begin" ? ["arrowright", "→"] : ["r", "R"];
  return (
    <Button tone="primary" className="min-h-10 px-4" onPress={() => void run[primary.act]()} {...stageKey(key)}>
      {labelOf(primary, t)} <KeyMark>{mark}</KeyMark>
    </Button>
  );
}

const fromOf = (primary: PrimaryAct): number => (primary.act === "show-place" ? primary.from : 0);

const whatToShow = (primary: PrimaryAct): Record<string, string> =>
  primary.act === "show-notes" ? { itemId: primary.itemId, laneId: primary.lane?.id ?? "" } : {};

function labelOf(primary: Exclude<PrimaryAct, { act: "next" }>, t: TFunction<["stage", "live"]>): string {
  switch (primary.act) {
    case "begin":
      return t("begin", { title: primary.item.title });
    case "call-up":
      return t(primary.isFirst ? "firstKommune" : "nextKommune", { name: primary.name });
    case "show-notes":
      return primary.lane === null
        ? t(`live:note.${primary.word}.showAll`)
        : t("showLane", { lane: primary.lane.title });
    case "show-result":
      return t("showResult");
    case "show-place":
      return t("showPlace");
  }
}
