import { useState } from "react";
import { Button } from "#app/components/button.tsx";
import { Dialog } from "#app/components/dialog.tsx";
import { CommitmentForm } from "#app/live/commitment-form.tsx";
import { originsOf } from "#app/live/origins.ts";
import { municipalitiesOf } from "#app/live/owners.ts";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { useStageFacts } from "./stage-context.tsx";

/** The facilitator writes an agreement for a kommune that has its hands full. */
export function FacilitatorCommitment() {
  const { view, workshopId, item } = useStageFacts();
  const { t } = useTranslation("after");
  const { compare } = useFormat();
  const [isOpen, setOpen] = useState(false);
  if (item?.kind !== "commitments") return null;
  return (
    <>
      <Button onPress={() => setOpen(true)}>+ {t("commitment.heading")}</Button>
      <Dialog heading={t("commitment.heading")} isOpen={isOpen} onClose={() => setOpen(false)}>
        <CommitmentForm
          workshopId={workshopId}
          owners={municipalitiesOf(view, compare)}
          origins={originsOf(view)}
          onSaved={() => setOpen(false)}
        />
      </Dialog>
    </>
  );
}
