import { useTranslation } from "#app/text/use-translation.ts";
import { type AgendaItem, type Anonymity, collectsNotes } from "#domain/live/agenda.ts";
import { SMALLEST_SHOWN_GROUP } from "#domain/live/participant.ts";

export interface Promised {
  readonly id: Anonymity | "vote";
  /** The items that it holds for, in order. */
  readonly titles: readonly string[];
  readonly words: string;
}

type Promising = Pick<AgendaItem, "kind" | "title" | "anonymity" | "isSkipped">;

/** What those who write and vote are promised, each promise once, in the order in which the day comes to it. */
export function usePromises(agenda: readonly Promising[]): readonly Promised[] {
  const { t } = useTranslation("live");
  const titles = new Map<Promised["id"], string[]>();
  for (const item of agenda) {
    const id = promiseOf(item);
    if (id !== null) titles.set(id, [...(titles.get(id) ?? []), item.title]);
  }
  return [...titles].map(([id, each]) => ({
    id,
    titles: each,
    words: t(`promise.${id}`, { count: SMALLEST_SHOWN_GROUP }),
  }));
}

function promiseOf(item: Promising): Promised["id"] | null {
  if (item.isSkipped) return null;
  if (item.kind === "vote") return "vote";
  return collectsNotes(item) ? item.anonymity : null;
}
