import { Form } from "@remix-run/react";
import { Check } from "lucide-react";
import { classNames } from "#app/components/class-names.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { WORKSHOP_PHASES, type WorkshopPhase } from "#domain/workshop.ts";

type Place = "done" | "now" | "ahead";

const LOOKS: Record<Place, string> = {
  done: "bg-primary-on text-primary",
  now: "bg-primary text-white",
  ahead: "bg-sand text-muted",
};
const stepClass =
  "flex min-h-9 w-full items-center gap-1.5 rounded-lg px-3.5 py-1.5 text-left text-[13px]/5 font-semibold";

export interface PhaseStripProps {
  readonly phase: WorkshopPhase;
  /** The facilitator presses a step to move the workshop there. */
  readonly moves: boolean;
}

/** The workshop's steps: those behind, the one under way, those ahead. */
export function PhaseStrip({ phase, moves }: PhaseStripProps) {
  const { t } = useTranslation("workshop");
  const now = WORKSHOP_PHASES.indexOf(phase);
  return (
    <Form method="post" preventScrollReset className="mb-6">
      <input type="hidden" name="intent" value="move-phase" />
      <ol aria-label={t("phases")} className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-6">
        {WORKSHOP_PHASES.map((each, index) => (
          <li key={each} aria-current={index === now ? "step" : undefined}>
            <Step phase={each} place={index < now ? "done" : index === now ? "now" : "ahead"} moves={moves} />
          </li>
        ))}
      </ol>
    </Form>
  );
}

function Step({
  phase,
  place,
  moves,
}: {
  readonly phase: WorkshopPhase;
  readonly place: Place;
  readonly moves: boolean;
}) {
  const { t } = useTranslation(["workshop", "vocabulary"]);
  const name = t(`vocabulary:phase.${phase}`);
  const spoken = { done: t("phaseDone", { phase: name }), now: t("phaseNow", { phase: name }), ahead: name };
  const look = classNames(stepClass, LOOKS[place]);
  const content = (
    <>
      {place === "done" && <Check className="size-3.5 shrink-0" aria-hidden="true" />}
      <span aria-hidden="true">{name}</span>
      <span className="sr-only">{spoken[place]}</span>
    </>
  );
  if (!moves || place === "now") return <div className={look}>{content}</div>;
  return (
    <button
      type="submit"
      name="phase"
      value={phase}
      title={t("movePhase", { phase: name })}
      className={classNames(look, "hover:ring-2 hover:ring-primary")}
    >
      {content}
    </button>
  );
}
