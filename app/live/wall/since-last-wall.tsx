import { classNames } from "#app/components/class-names.ts";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { LiveView, ShownCommitment } from "#domain/live/view.ts";
import { dayAt } from "../day.ts";
import { commitmentsByOwner, ofEarlier } from "../owners.ts";
import { pagesOf } from "./pages.ts";
import { usePage } from "./use-page.ts";

const ROOM = 12;

/** What became of earlier agreements, by kommune. Of what nobody has said anything the wall says so: silence is not hidden. */
export function SinceLastWall({ view }: { readonly view: LiveView }) {
  const { t } = useTranslation("after");
  const { compare } = useFormat();
  const owners = commitmentsByOwner(view, { which: ofEarlier, compare });
  // A heading takes about as much room as an agreement.
  const pages = pagesOf(owners, ROOM, ({ commitments }) => commitments.length + 1);
  const shown = pages[usePage(pages.length)] ?? [];
  const all = owners.flatMap(({ commitments }) => commitments);
  if (all.length === 0) return <p className="text-[1.6em] text-white/75">{t("sinceLast.noneAtAll")}</p>;
  const count = all.filter(({ update }) => update !== null).length;
  return (
    <>
      <p className="mb-[0.8em] text-[1.6em] text-white/75">{t("sinceLast.news", { count, total: all.length })}</p>
      <div className="columns-2 gap-[2.5em]">
        {shown.map(({ id, name, commitments }) => (
          <section key={id} className="mb-[1.4em] break-inside-avoid">
            <h2 className="mb-[0.3em] text-[1.5em] font-semibold text-amber-bright">{name}</h2>
            <ul className="grid gap-[0.5em]">
              {commitments.map((each) => (
                <Line key={each.id} commitment={each} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

function Line({ commitment: { what, due, update } }: { readonly commitment: ShownCommitment }) {
  const { t } = useTranslation("after");
  const { t: live } = useTranslation("live");
  const { date } = useFormat();
  return (
    <li className="border-t border-white/20 pt-[0.4em] text-[1.4em]/[1.3]">
      <p className="line-clamp-2">{what}</p>
      <p className="mt-[0.2em] flex items-baseline gap-[0.6em]">
        <span
          className={classNames(
            "shrink-0 rounded-full px-[0.7em] font-semibold whitespace-nowrap",
            update === null ? "border border-white/60 text-white/85" : "bg-amber-bright text-ink",
          )}
        >
          {update === null ? t("noNews") : live(`commitmentStatus.${update.status}`)}
        </span>
        <span className="line-clamp-1 text-white/75">{update?.remark || t("due", { date: date(dayAt(due)) })}</span>
      </p>
    </li>
  );
}
