import type { QrCode } from "#app/live/qr.server.ts";
import { QrPicture } from "#app/live/qr-picture.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { compareDanish } from "#domain/danish-order.ts";
import type { LiveView } from "#domain/live/view.ts";

/** Before it begins, and after it has ended: how to join, and who is here by kommune. */
export function Lobby({ view, qr }: { readonly view: LiveView; readonly qr: QrCode }) {
  const { t } = useTranslation("screen");
  const isClosed = view.stage.now?.state === "closed";
  return (
    <div className="flex min-h-0 flex-col">
      <p className="font-semibold text-amber-bright">{isClosed ? t("closed") : t("welcome")}</p>
      <h1 className="text-[2.5em]/tight font-semibold">{view.stage.now?.title}</h1>
      <div className="mt-[1.6em] flex min-h-0 flex-1 gap-[2.4em] max-lg:flex-wrap">
        {!isClosed && (
          <QrPicture code={qr} label={t("qr")} className="size-[min(24em,58vh,75vw)] shrink-0 rounded-[0.5em]" />
        )}
        <ul
          className="grid min-w-0 flex-1 auto-rows-min grid-cols-1 sm:grid-cols-2 gap-x-[2em] gap-y-[1em] overflow-hidden"
          aria-label={t("here")}
        >
          {arrivals(view).map(({ id, name, people }) => (
            <li key={id} className="min-w-0">
              <p className="flex items-baseline justify-between gap-[1em] border-b border-white/20 pb-[0.2em] font-semibold">
                <span className="truncate">{name ?? t("elsewhere")}</span>
                <span className="tabular-nums">{people.length}</span>
              </p>
              <p className="mt-[0.2em] line-clamp-3 text-white/75">{people.join(", ")}</p>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Who has come, by kommune; those that nobody has come from yet stand there too. */
function arrivals({ organisations, participants }: LiveView) {
  const from = (id: string | null) =>
    Object.values(participants).flatMap(({ organisationId, name }) => (organisationId === id ? [name] : []));
  const known = Object.entries(organisations)
    .map(([id, { name }]) => ({ id, name: name as string | null, people: from(id) }))
    .sort((a, b) => compareDanish(a.name ?? "", b.name ?? ""));
  const elsewhere = { id: "elsewhere", name: null, people: from(null) };
  return elsewhere.people.length === 0 ? known : [...known, elsewhere];
}
