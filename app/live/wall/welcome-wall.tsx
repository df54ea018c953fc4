import { useFormat } from "#app/text/format.ts";
import { agendaOf, type LiveView } from "#domain/live/view.ts";
import { usePromises } from "../promises.ts";

/** What those who write and vote today are promised, before anybody has written a word. */
export function WelcomeWall({ view }: { readonly view: LiveView }) {
  const { list } = useFormat();
  const promises = usePromises(agendaOf(view));
  return (
    <dl className="grid max-w-[46em] gap-[1em]">
      {promises.map(({ id, titles, words }) => (
        <div key={id} className="border-t border-white/20 pt-[0.7em]">
          <dt className="text-[1.2em] text-amber-bright">{list(titles)}</dt>
          <dd className="text-[1.6em]/[1.3]">{words}</dd>
        </div>
      ))}
    </dl>
  );
}
