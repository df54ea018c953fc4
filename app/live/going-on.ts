import { useFormat } from "#app/text/format.ts";
import { agendaOf, type LiveView } from "#domain/live/view.ts";

/** When a pause is over, as "10.35", or null while its clock stands; and the title of what comes then, or null when nothing does. */
export function useGoingOn(view: LiveView): { readonly at: string | null; readonly title: string | null } {
  const { time } = useFormat();
  const { itemId, timer } = view.stage.now ?? { itemId: null, timer: null };
  const agenda = agendaOf(view);
  const here = agenda.findIndex(({ id }) => id === itemId);
  const next = agenda.slice(here + 1).find(({ isSkipped }) => !isSkipped);
  return { at: timer !== null && "endsAt" in timer ? time(timer.endsAt) : null, title: next?.title ?? null };
}
