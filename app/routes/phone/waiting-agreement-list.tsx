import { Button } from "#app/components/button.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { usePhone } from "./phone-context.ts";
import type { WaitingAgreement } from "./waiting-agreements.ts";

/** What the server has not got yet, and what it did not take. */
export function WaitingAgreementList({ onMend }: { readonly onMend: (agreement: WaitingAgreement) => void }) {
  const { t } = useTranslation("after");
  const {
    agreements: { waiting, remove },
  } = usePhone();
  return (
    <ul role="status" className="grid gap-2 empty:hidden">
      {waiting.map((agreement) => (
        <li key={agreement.id} className="rounded-lg border border-dashed border-edge bg-surface px-3.5 py-2.5">
          <p className="font-semibold">{agreement.what}</p>
          <p className={agreement.isRefused ? "font-medium text-overlap" : "text-muted"}>
            {t(agreement.isRefused ? "commitment.notTaken" : "commitment.waiting")}
          </p>
          {agreement.isRefused && (
            <Button
              size="small"
              className="mt-2 min-h-11"
              onPress={() => {
                remove(agreement.id);
                onMend(agreement);
              }}
            >
              {t("commitment.edit")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
