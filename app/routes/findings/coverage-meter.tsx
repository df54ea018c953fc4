import { Button, LinkButton } from "#app/components/button.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { FindingListPage } from "./data.server.ts";

export interface CoverageMeterProps {
  readonly coverage: FindingListPage["coverage"];
  readonly workshopId: string;
}

/** How many of the workshop's findings are decided, and the ways out on paper. */
export function CoverageMeter({ coverage: { decided, total }, workshopId }: CoverageMeterProps) {
  const { t } = useTranslation("findings");
  const { t: common } = useTranslation("common");
  return (
    <>
      {total > 0 && (
        <span className="flex items-center gap-3 text-[13px] text-muted">
          {t("coverage", { decided, total })}
          <span className="h-2 w-28 overflow-hidden rounded-full bg-sand max-sm:hidden" aria-hidden="true">
            <span className="block h-full bg-primary" style={{ width: `${(decided / total) * 100}%` }} />
          </span>
        </span>
      )}
      <LinkButton href={`/workshops/${workshopId}/report`}>{t("report")}</LinkButton>
      <Button onPress={() => window.print()} className="max-sm:hidden">
        {common("actions.print")}
      </Button>
    </>
  );
}
