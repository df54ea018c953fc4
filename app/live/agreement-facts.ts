import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { Commitment } from "#domain/live/commitment.ts";
import { dayAt } from "./day.ts";

/** Whose an agreement is, until when and with whom, in one line. */
export function useAgreementFacts(): (
  agreement: Pick<Commitment, "partners" | "due">,
  /** Named where the list holds more than one kommune's. */
  owner: string | null,
) => string {
  const { t } = useTranslation("after");
  const { date, list } = useFormat();
  return ({ partners, due }, owner) =>
    // The day before the partners: a long list is cut off on the wall, and the day is what the hall has to know.
    [owner, t("due", { date: date(dayAt(due)) }), partners.length > 0 && t("with", { partners: list(partners) })]
      .filter(Boolean)
      .join(" · ");
}
