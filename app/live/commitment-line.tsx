import { useTranslation } from "#app/text/use-translation.ts";
import type { Commitment } from "#domain/live/commitment.ts";
import { useAgreementFacts } from "./agreement-facts.ts";

export interface CommitmentLineProps {
  readonly commitment: Pick<Commitment, "what" | "partners" | "firstStep" | "due">;
  /** Named where the list holds more than one kommune's. */
  readonly owner: string | null;
}

/** An agreement in three lines: what, the first step, and who with whom until when. */
export function CommitmentLine({ commitment, owner }: CommitmentLineProps) {
  const { t } = useTranslation("after");
  const factsOf = useAgreementFacts();
  return (
    <>
      <p className="font-semibold">{commitment.what}</p>
      <p>{t("firstStep", { step: commitment.firstStep })}</p>
      <p className="text-muted">{factsOf(commitment, owner)}</p>
    </>
  );
}
