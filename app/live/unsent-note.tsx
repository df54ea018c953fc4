import type { WithoutAnswer } from "#app/http/ask.ts";
import { useTranslation } from "#app/text/use-translation.ts";

/** Why what was written was not taken; it still stands in its field. */
export function UnsentNote({ because }: { readonly because: WithoutAnswer | "too-late" }) {
  const { t } = useTranslation("after");
  return (
    <p role="alert" className="text-[13px]/5 font-medium text-overlap">
      {t(because === "too-late" || because === "refused" ? "tooLate" : "notSent")}
    </p>
  );
}
