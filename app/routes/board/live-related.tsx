import { useEffect, useState } from "react";
import { Button } from "#app/components/button.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { InitiativeSnapshot } from "#domain/initiative.ts";
import { useBoard } from "./board-context.tsx";
import type { RelatedInitiative } from "./board-data.ts";
import { RelatedList } from "./related-list.tsx";
import { useSimilar } from "./use-similar.ts";

export interface LiveRelatedProps {
  readonly initiative: InitiativeSnapshot;
  /** What the check has written down; shown until the text itself has been looked at. */
  readonly stored: readonly RelatedInitiative[];
}

/** What others do that meets the text as it is being written; never in the way of writing. */
export function LiveRelated({ initiative, stored }: LiveRelatedProps) {
  const { t } = useTranslation("card");
  const { boardId } = useBoard();
  const { id, title, descriptionText, status, startYear, tags, actors } = initiative;
  const [all, setAll] = useState(false);
  const { related, state, hasMore } = useSimilar(
    boardId,
    {
      initiativeId: id,
      title,
      description: descriptionText,
      status,
      startYear,
      tags,
      actorIds: actors.map(({ actorId }) => actorId),
      all,
    },
    stored,
  );
  return (
    <>
      <RelatedList related={related} state={state} />
      {hasMore && (
        <Button size="small" onPress={() => setAll(true)} className="justify-self-start">
          {t("related.all")}
        </Button>
      )}
      <FoundAnnouncement count={related.length} isSettled={state === "found" || state === "alone"} />
    </>
  );
}

/** Says how many were found when that changes, not each time the text does. */
function FoundAnnouncement({ count, isSettled }: { readonly count: number; readonly isSettled: boolean }) {
  const { t } = useTranslation("card");
  const [told, setTold] = useState<number | null>(null);
  useEffect(() => {
    if (isSettled) setTold(count);
  }, [count, isSettled]);
  return (
    <p role="status" className="sr-only">
      {told !== null && told > 0 && t("related.found", { count: told })}
    </p>
  );
}
