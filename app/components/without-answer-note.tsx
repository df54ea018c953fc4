import type { WithoutAnswer } from "#app/http/ask.ts";
import { useTranslation } from "#app/text/use-translation.ts";

/** One sentence where an answer would stand. */
export function WithoutAnswerNote({ because }: { readonly because: WithoutAnswer }) {
  const { t } = useTranslation("common");
  return (
    <p role="alert" className="mt-3 text-muted">
      {t(`withoutAnswer.${because}`)}
    </p>
  );
}
