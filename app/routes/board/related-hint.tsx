import { Link } from "@remix-run/react";
import { classNames } from "#app/components/class-names.ts";
import { KIND_TONES, KindIcon } from "#app/components/kind-badge.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { InitiativeStatus } from "#domain/initiative.ts";
import { useBoard } from "./board-context.tsx";
import { useSimilar } from "./use-similar.ts";

const SHOWN = 3;
/** What both do, and who is ahead or whom it is for. */
const REASONS = 2;

/** Under a title that is being written: who does the same already, and why it is thought so. */
export function RelatedHint({ title, status }: { readonly title: string; readonly status: InitiativeStatus }) {
  const { t } = useTranslation("card");
  const { t: word } = useTranslation("vocabulary");
  const { boardId } = useBoard();
  const draft = { initiativeId: null, title, description: "", status, startYear: null, tags: {}, actorIds: [] };
  const { related } = useSimilar(boardId, draft);
  return (
    <div role="status" className="text-xs/5">
      {related.length > 0 && (
        <>
          <p className="mt-2 border-t border-line pt-2 font-semibold">{t("related.similar")}</p>
          <ul className="mt-1 grid gap-1.5">
            {related.slice(0, SHOWN).map((each) => (
              <li key={`${each.boardId}.${each.initiativeId}`} className="flex gap-1.5">
                <span className={KIND_TONES[each.kind].text}>
                  <KindIcon kind={each.kind} className="mt-1" />
                </span>
                <span className="min-w-0">
                  <Link to={`/boards/${each.boardId}?card=${each.initiativeId}`} target="_blank" className="link">
                    {each.title}
                  </Link>
                  <span className="text-muted"> · {each.municipality}</span>
                  <span className="block text-muted">
                    <span className={classNames("font-semibold", KIND_TONES[each.kind].text)}>
                      {word(`findingKind.${each.kind}`)}
                    </span>
                    {each.why.slice(0, REASONS).map((reason) => ` · ${reason}`)}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
