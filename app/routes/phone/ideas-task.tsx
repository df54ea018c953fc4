import { Link } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";
import { ask } from "#app/http/ask.ts";
import { useInOrder } from "#app/http/in-order.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { IdeaForm } from "./idea-form.tsx";
import type { IdeasAtHand } from "./ideas.server.ts";
import { usePhone } from "./phone-context.ts";

/** Ideas onto the board of one's own kommune; what others do that is like them is told while one writes. */
export function IdeasTask() {
  const { t } = useTranslation("phone");
  const { me, view } = usePhone();
  const [atHand, setAtHand] = useState<IdeasAtHand | null>(null);
  const address = `/live/${me.workshopId}/ideas`;
  const inOrder = useInOrder();
  const read = useCallback(async () => {
    await inOrder(ask<IdeasAtHand>(address), setAtHand);
  }, [address, inOrder]);
  // Whatever changes in the workshop may be an idea of somebody else's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when the view changes
  useEffect(() => void read(), [read, view.ballots]);
  if (atHand === null) return <p className="text-muted">{t("idea.reading")}</p>;
  if (atHand.boardId === null) return <p className="text-base/6">{t("idea.noBoard")}</p>;
  return (
    <div className="grid gap-5">
      <IdeaForm boardId={atHand.boardId} terms={atHand.terms} onAdded={read} />
      <section>
        <h2 className="mb-2 text-[13px]/5">{t("idea.written", { count: atHand.ideas.length })}</h2>
        <ul className="grid gap-2">
          {atHand.ideas.map(({ boardId, initiativeId, title }) => (
            <li key={initiativeId} className="rounded-lg border border-line bg-[#faf2e4] px-3.5 py-2.5 text-base/6">
              <Link to={`/boards/${boardId}?card=${initiativeId}`} className="block hover:underline">
                {title}
              </Link>
            </li>
          ))}
        </ul>
        <Link to={`/boards/${atHand.boardId}`} className="link mt-3 inline-flex min-h-11 items-center">
          {t("idea.board")}
        </Link>
      </section>
    </div>
  );
}
