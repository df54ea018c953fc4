import { useState } from "react";
import { Button } from "#app/components/button.tsx";
import { classNames } from "#app/components/class-names.ts";
import { TextField } from "#app/components/field.tsx";
import { dayAt } from "#app/live/day.ts";
import { commitmentsOf, type OwnedCommitment, ofEarlier } from "#app/live/owners.ts";
import { send } from "#app/live/send.ts";
import { UnsentNote } from "#app/live/unsent-note.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { COMMITMENT_LIMITS, COMMITMENT_STATUSES, type CommitmentStatus } from "#domain/live/commitment.ts";
import { usePhone } from "./phone-context.ts";

/** What one can say has happened: that it is new is what it was before. */
const SAYABLE = COMMITMENT_STATUSES.filter((status) => status !== "new");

/** "Siden sidst": each phone shows its own kommune's agreements alone. */
export function SinceLastTask() {
  const {
    view,
    me: { workshopId, organisationId },
  } = usePhone();
  const { t } = useTranslation("after");
  const own = commitmentsOf(view, (each) => ofEarlier(each) && each.ownerId === organisationId);
  const municipality = organisationId === null ? undefined : view.organisations[organisationId];
  if (municipality?.isMunicipality !== true) return <p className="text-base/6">{t("sinceLast.noneForYou")}</p>;
  if (own.length === 0)
    return <p className="text-base/6">{t("sinceLast.none", { municipality: municipality.name })}</p>;
  return (
    <section>
      <h2 className="mb-3 text-base/6">{t("sinceLast.mine", { count: own.length })}</h2>
      <ul className="grid gap-4">
        {own.map((each) => (
          <SayStatus key={each.id} commitment={each} workshopId={workshopId} />
        ))}
      </ul>
    </section>
  );
}

function SayStatus({ commitment, workshopId }: { readonly commitment: OwnedCommitment; readonly workshopId: string }) {
  const { t } = useTranslation("after");
  const { t: live } = useTranslation("live");
  const { date } = useFormat();
  const { id, what, firstStep, due, update } = commitment;
  const [remark, setRemark] = useState(update?.remark ?? "");
  const [unsent, setUnsent] = useState<Parameters<typeof UnsentNote>[0]["because"] | null>(null);
  const say = async (status: CommitmentStatus | "") => {
    const reply = await send(`/live/${workshopId}/commitments`, {
      ...{ intent: "say-status", commitment: id, status },
      remark: status === "" ? "" : remark,
    });
    if (reply.ok && status === "") setRemark("");
    setUnsent(reply.ok ? null : reply.because);
  };
  return (
    <li className="rounded-lg border border-line bg-surface px-3.5 py-3">
      <p className="text-base/6 font-semibold">{what}</p>
      <p className="text-muted">
        {t("firstStep", { step: firstStep })} · {t("due", { date: date(dayAt(due)) })}
      </p>
      <div className="mt-3 grid grid-cols-2 gap-2">
        {SAYABLE.map((status) => (
          <Button
            key={status}
            aria-pressed={update?.status === status}
            onPress={() => void say(update?.status === status ? "" : status)}
            className={classNames("min-h-12 text-base/6", update?.status === status && "border-primary bg-primary-on!")}
          >
            {live(`commitmentStatus.${status}`)}
          </Button>
        ))}
      </div>
      <p role="status" className="mt-2 text-muted">
        {update === null ? t("noNews") : t("sinceLast.said", { status: live(`commitmentStatus.${update.status}`) })}
      </p>
      {update !== null && (
        <div className="mt-2 grid gap-2">
          <TextField
            label={t("sinceLast.remark")}
            value={remark}
            maxLength={COMMITMENT_LIMITS.remark}
            onChange={setRemark}
          />
          {remark.trim() !== update.remark && (
            <Button className="min-h-11" onPress={() => void say(update.status)}>
              {t("sinceLast.saveRemark")}
            </Button>
          )}
        </div>
      )}
      {unsent !== null && <UnsentNote because={unsent} />}
    </li>
  );
}
