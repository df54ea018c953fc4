import { Button } from "#app/components/button.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { useNow } from "./board-context.tsx";

export interface SinceLastVisitProps {
  readonly news: { readonly since: number } | null;
  readonly count: number;
  readonly onDismiss: () => void;
}

/** A quiet line: how much others changed since one was here last; the cards carry a mark. */
export function SinceLastVisit({ news, count, onDismiss }: SinceLastVisitProps) {
  const { t } = useTranslation("board");
  const now = useNow();
  const { ago } = useFormat();
  if (news === null || count === 0) return null;
  return (
    <p className="mb-3 flex flex-wrap items-center gap-x-2 text-muted print:hidden">
      <span className="size-2 rounded-full bg-amber" aria-hidden="true" />
      {t("news.since", { count, when: ago(news.since, now) })}
      <Button tone="plain" size="small" onPress={onDismiss}>
        {t("news.dismiss")}
      </Button>
    </p>
  );
}
