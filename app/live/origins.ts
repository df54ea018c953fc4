import { agendaOf, type LiveView } from "#domain/live/view.ts";

export interface Origin {
  readonly id: string;
  readonly text: string;
}

/** What an agreement may come from: what was voted on, the newest ballot and most votes first, then what else is shown. */
export function originsOf(view: LiveView): readonly Origin[] {
  const results = agendaOf(view).flatMap(({ id }) => view.ballots[id]?.result ?? []);
  const votedOn = results.reverse().flatMap(({ targets }) => targets.map(({ id, text }) => ({ id, text })));
  const grouped = Object.entries(view.clusters).map(([id, { title }]) => ({ id, text: title }));
  const alone = Object.entries(view.notes).filter(([, { clusterId }]) => clusterId === null);
  const all = [...votedOn, ...grouped, ...alone.map(([id, { text }]) => ({ id, text }))];
  return [...new Map(all.map((each) => [each.id, each])).values()];
}

/** What an agreement came from, in its words; null when it came from nothing that is shown. */
export function originText(view: LiveView, originId: string | null): string | null {
  if (originId === null) return null;
  return originsOf(view).find(({ id }) => id === originId)?.text ?? view.notes[originId]?.text ?? null;
}
