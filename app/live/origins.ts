import type { LiveView } from "#domain/live/view.ts";

/** What an agreement may come from: groups, and notes that are in none, as they are shown. */
export function originsOf({ clusters, notes }: Pick<LiveView, "clusters" | "notes">): { id: string; text: string }[] {
  const grouped = Object.entries(clusters).map(([id, { title }]) => ({ id, text: title }));
  const alone = Object.entries(notes).filter(([, { clusterId }]) => clusterId === null);
  return [...grouped, ...alone.map(([id, { text }]) => ({ id, text }))];
}
