import { Link } from "@remix-run/react";
import { useEffect, useState } from "react";
import { KindBadge } from "#app/components/kind-badge.tsx";
import { StateMark } from "#app/components/state-mark.tsx";
import { ask } from "#app/http/ask.ts";
import { useInOrder } from "#app/http/in-order.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { TablePair, TablePairs } from "./pairs.server.ts";
import { usePhone } from "./phone-context.ts";

/** The table's pairs, and those that wait for one's own kommune: texts, reasons and answers are on the page of each. */
export function PairsTask() {
  const { t } = useTranslation("phone");
  const { me, view } = usePhone();
  const [asked, setAsked] = useState<TablePairs | null>(null);
  const inOrder = useInOrder();
  const tableId = view.participants[me.id]?.tableId ?? null;
  const check = view.check.now;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew at another table, and when a kommune has answered
  useEffect(() => {
    void inOrder(ask<TablePairs>(`/live/${me.workshopId}/pairs`), setAsked);
  }, [inOrder, me.workshopId, tableId, check]);
  if (asked === null) return <p className="text-muted">{t("pairs.reading")}</p>;
  const none = tableId === null ? t("pairs.noTable") : t("pairs.none");
  return (
    <div className="grid gap-5">
      {asked.pairs.length === 0 ? <p className="text-base/6">{none}</p> : <PairList pairs={asked.pairs} />}
      {asked.waiting.length > 0 && (
        <section aria-labelledby="waiting">
          <h2 id="waiting" className="mb-2 text-[13px]/5 font-semibold">
            {t("pairs.waiting")}
          </h2>
          <PairList pairs={asked.waiting} />
        </section>
      )}
    </div>
  );
}

function PairList({ pairs }: { readonly pairs: readonly TablePair[] }) {
  const { t } = useTranslation("phone");
  return (
    <ul className="grid gap-3">
      {pairs.map(({ id, kind, state, isOwn, a, b }) => (
        <li key={id}>
          <Link
            to={`/findings/${id}`}
            className="grid gap-2 rounded-lg border border-line bg-surface px-3.5 py-3 hover:border-primary"
          >
            <span className="flex flex-wrap gap-2">
              <KindBadge kind={kind} />
              <StateMark state={state} />
            </span>
            {[a, b].map(({ title, municipality }) => (
              <span key={municipality + title} className="text-base/6">
                {title} <span className="text-muted">· {municipality}</span>
              </span>
            ))}
            <span className="font-semibold text-primary">{t(isOwn ? "pairs.open" : "pairs.read")}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
