import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { Commitment } from "#domain/live/commitment.ts";
import { dayAt } from "./day.ts";

export interface CommitmentLineProps {
  readonly commitment: Pick<Commitment, "what" | "partners" | "firstStep" | "due">;
  /** Named where the list holds more than one kommune's. */
  readonly owner: string | null;
}

/** An agreement in three lines: what, the first step, and who with whom until when. */
export function CommitmentLine({ commitment: { what, partners, firstStep, due }, owner }: CommitmentLineProps) {
  const { t } = useTranslation("after");
  const { date, list } = useFormat();
  const facts = [
    owner,
    partners.length > 0 && t("with", { partners: list(partners) }),
    t("due", { date: date(dayAt(due)) }),
  ];
  return (
    <>
      <p className="font-semibold">{what}</p>
      <p>{t("firstStep", { step: firstStep })}</p>
      <p className="text-muted">{facts.filter(Boolean).join(" · ")}</p>
    </>
  );
}
