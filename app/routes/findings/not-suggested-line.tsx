import { InitiativeLink } from "#app/components/initiative-link.tsx";
import { useAsked } from "#app/http/use-asked.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { NotSuggested } from "./not-suggested.server.ts";

/** Below the list, when the check has answered: what it did not suggest although words recur. Nothing while it has no answer. */
export function NotSuggestedLine({ workshopId }: { readonly workshopId: string }) {
  const { t } = useTranslation("findings");
  const { answer } = useAsked<readonly NotSuggested[]>(`/workshops/${workshopId}/not-suggested`, 0);
  const [first, ...others] = answer ?? [];
  if (first === undefined) return null;
  return (
    <section aria-label={t("notSuggested.label")} className="mt-5 text-muted print:hidden">
      <p>
        {t("notSuggested.label")}: <Pair pair={first} />
      </p>
      {others.length > 0 && (
        <details className="mt-1">
          <summary className="min-h-6 w-fit underline underline-offset-2">
            {t("notSuggested.more", { count: others.length })}
          </summary>
          <ul className="mt-1 grid gap-1">
            {others.map((pair) => (
              <li key={`${pair.a.boardId} ${pair.a.initiativeId} ${pair.b.boardId} ${pair.b.initiativeId}`}>
                <Pair pair={pair} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Pair({ pair: { a, b, against } }: { readonly pair: NotSuggested }) {
  const { t } = useTranslation("findings");
  return (
    <>
      <Side side={a} /> <span aria-hidden="true">↔</span>
      <span className="sr-only">{t("and")}</span> <Side side={b} /> · {against}
    </>
  );
}

const Side = ({ side: { boardId, initiativeId, title, municipality } }: { readonly side: NotSuggested["a"] }) => (
  <>
    «
    <InitiativeLink boardId={boardId} initiativeId={initiativeId}>
      {title}
    </InitiativeLink>
    » ({municipality})
  </>
);
