import { useState } from "react";
import { Button } from "#app/components/button.tsx";
import { type Changing, CommitmentForm } from "#app/live/commitment-form.tsx";
import { CommitmentLine } from "#app/live/commitment-line.tsx";
import { originsOf } from "#app/live/origins.ts";
import { commitmentsOf, municipalitiesOf, ofToday } from "#app/live/owners.ts";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { readPartners } from "#domain/live/commitment.ts";
import { usePhone } from "./phone-context.ts";
import { WaitingAgreementList } from "./waiting-agreement-list.tsx";

/** A kommune writes what it agrees on; who comes from elsewhere reads along. */
export function CommitmentsTask() {
  const {
    view,
    agreements,
    me: { workshopId, organisationId },
  } = usePhone();
  const { t } = useTranslation("after");
  const { compare } = useFormat();
  const owners = municipalitiesOf(view, compare).filter(({ id }) => id === organisationId);
  const isOwner = owners.length > 0;
  const shown = commitmentsOf(view, (each) => ofToday(each) && (!isOwner || each.ownerId === organisationId));
  const [changes, setChanges] = useState<Changing | undefined>(undefined);
  // A form of its own for each agreement: nothing typed for one stands in the next.
  const [form, setForm] = useState(0);
  const [isSaved, setSaved] = useState(false);
  const turnTo = (next: Changing | undefined, saved: boolean) => {
    setChanges(next);
    setSaved(saved);
    setForm((before) => before + 1);
  };
  return (
    <div className="grid gap-5 [&_input]:text-base [&_select]:text-base [&_textarea]:text-base">
      {isOwner ? (
        <section aria-label={t("commitment.heading")}>
          <CommitmentForm
            key={form}
            workshopId={workshopId}
            owners={owners}
            origins={originsOf(view)}
            changes={changes}
            onSaved={() => turnTo(undefined, true)}
            onUnreachable={(agreement) => {
              agreements.add(agreement);
              turnTo(undefined, false);
            }}
          />
          <p role="status" className="mt-2 font-medium text-synergy">
            {isSaved && t("commitment.saved")}
          </p>
          {changes !== undefined && <Button onPress={() => turnTo(undefined, false)}>{t("commitment.cancel")}</Button>}
        </section>
      ) : (
        <p className="text-base/6">{t("commitment.watch")}</p>
      )}
      <WaitingAgreementList
        onMend={({ owner, partners, ...typed }) =>
          turnTo({ ...typed, ownerId: owner, partners: readPartners(partners) }, false)
        }
      />
      <section>
        <h2 className="mb-2 text-[13px]/5">
          {t(isOwner ? "commitment.ours" : "commitment.all", { count: shown.length })}
        </h2>
        <ul className="grid gap-2">
          {shown.map((each) => (
            <li key={each.id} className="rounded-lg border border-line bg-surface px-3.5 py-2.5">
              <CommitmentLine
                commitment={each}
                owner={isOwner ? null : (view.organisations[each.ownerId]?.name ?? "")}
              />
              {isOwner && (
                <Button size="small" className="mt-2 min-h-11 sm:min-h-7" onPress={() => turnTo(each, false)}>
                  {t("commitment.edit")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
