import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { Commitment } from "#domain/live/commitment.ts";
import { dayAt } from "./day.ts";

/** Whose an agreement is, with whom and until when, in one line. */
export function useAgreementFacts(): (
  agreement: Pick<Commitment, "partners" | "due">,
  /** Named where the list holds more than one kommune's. */
  owner: string | null,
) => string {
  const { t } = useTranslation("after");
  const { date, list } = useFormat();
  return ({ partners, due }, owner) =>
    [owner, partners.length > 0 && t("with", { partners: list(partners) }), t("due", { date: date(dayAt(due)) })]
      .filter(Boolean)
      .join(" · ");
}
