import { Link } from "@remix-run/react";
import { useEffect, useState } from "react";
import { KIND_TONES, KindIcon } from "#app/components/kind-badge.tsx";
import { ask } from "#app/http/ask.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { FindingKind } from "#domain/finding.ts";

interface Similar {
  readonly boardId: string;
  readonly initiativeId: string;
  readonly title: string;
  readonly municipality: string;
  readonly kind: FindingKind;
  readonly why: readonly string[];
}

const PAUSE_MS = 250;
const LETTERS = 4;
const SHOWN = 3;
const REASONS = 2;

/** Under a title that is being written: who does something like it already, and why it is alike. */
export function SimilarIdeas({ boardId, title }: { readonly boardId: string; readonly title: string }) {
  const { t } = useTranslation("card");
  const { t: word } = useTranslation("vocabulary");
  const similar = useSimilarTo(boardId, title.trim());
  return (
    <div role="status" className="empty:hidden">
      {similar.length > 0 && (
        <>
          <p className="text-[13px]/5 font-semibold">
            {t(similar.some(isAlike) ? "related.similar" : "related.linked")}
          </p>
          <ul className="mt-1 grid gap-2">
            {similar.slice(0, SHOWN).map(({ boardId: at, initiativeId, title: name, municipality, kind, why }) => (
              <li
                key={`${at}.${initiativeId}`}
                className="flex gap-2 rounded-lg border border-line bg-surface px-3 py-2"
              >
                <span className={KIND_TONES[kind].text}>
                  <KindIcon kind={kind} className="mt-0.5" />
                  <span className="sr-only">{word(`findingKind.${kind}`)}: </span>
                </span>
                <span className="min-w-0">
                  <Link to={`/boards/${at}?card=${initiativeId}`} target="_blank" className="link font-medium">
                    {name}
                  </Link>
                  <span className="text-muted"> · {municipality}</span>
                  <span className="block text-[13px]/5 text-muted">{why.slice(0, REASONS).join(" · ")}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** What only comes before or after it in the chain is not alike. */
const isAlike = ({ kind }: Similar): boolean => kind !== "complementary";

/** Asked a moment after the last letter; an older answer never replaces a newer one. */
function useSimilarTo(boardId: string, title: string): readonly Similar[] {
  const [similar, setSimilar] = useState<readonly Similar[]>([]);
  useEffect(() => {
    if (title.length < LETTERS) {
      setSimilar([]);
      return;
    }
    const asking = new AbortController();
    const draft = {
      initiativeId: null,
      title,
      description: "",
      status: "idea",
      startYear: null,
      tags: {},
      actorIds: [],
    };
    const timer = setTimeout(async () => {
      const init = { method: "POST", body: JSON.stringify(draft), signal: asking.signal };
      const headers = { "content-type": "application/json" };
      const reply = await ask<{ related: Similar[] }>(`/boards/${boardId}/similar`, { ...init, headers });
      if (reply.ok && !asking.signal.aborted) setSimilar(reply.value.related);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [boardId, title]);
  return similar;
}
