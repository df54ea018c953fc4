import { Button } from "#app/components/button.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { isLeadGone } from "#domain/live/stage-move.ts";
import { useStageFacts } from "./stage-context.tsx";

export interface LeadBarProps {
  readonly me: string;
  readonly facilitators: readonly { readonly id: string; readonly name: string }[];
}

/** Who leads, for those who do not; one tap takes over when the lead has gone. */
export function LeadBar({ me, facilitators }: LeadBarProps) {
  const { t } = useTranslation("stage");
  const { stage, beside, now, send } = useStageFacts();
  const leadPersonId = stage.leadPersonId;
  if (leadPersonId === me) return null;
  const name = facilitators.find(({ id }) => id === leadPersonId)?.name ?? t("lead.somebody");
  const isGone = isLeadGone({ leadPersonId, leadSeenAt: beside.leadSeenAt }, now);
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg bg-gap-on px-4 py-2.5 text-gap"
    >
      <p className="min-w-0 flex-1 basis-64">
        {leadPersonId === null && t("lead.nobody")}
        {leadPersonId !== null && !isGone && t("lead.other", { name })}
        {leadPersonId !== null &&
          isGone &&
          t("lead.gone", { name, seconds: Math.floor((now - (beside.leadSeenAt ?? now)) / 1000) })}
      </p>
      {isGone && (
        <Button tone="primary" onPress={() => void send("take-over")}>
          {t("lead.takeOver")}
        </Button>
      )}
    </div>
  );
}

/** For the lead: the others who could lead. */
export function GiveLead({ me, facilitators }: LeadBarProps) {
  const { t } = useTranslation("stage");
  const { stage, send } = useStageFacts();
  const others = facilitators.filter(({ id }) => id !== me);
  if (stage.leadPersonId !== me) return null;
  return (
    <details className="text-[13px]/5">
      <summary className="min-h-6 font-semibold text-primary">{t("lead.give")}</summary>
      {others.length === 0 && <p className="mt-1 text-muted">{t("lead.alone")}</p>}
      <ul className="mt-2 grid gap-2">
        {others.map(({ id, name }) => (
          <li key={id}>
            <Button size="small" onPress={() => void send("give-lead", { personId: id })}>
              {t("lead.giveTo", { name })}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
