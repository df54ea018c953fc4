import { Link } from "@remix-run/react";
import { Plus } from "lucide-react";
import { classNames } from "#app/components/class-names.ts";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { type KommuneChain, STATIONS, type Station } from "#domain/chain-map.ts";
import { ideaAddress } from "#domain/idea-start.ts";
import type { ChainPage } from "./data.server.ts";

/** The chains of a group under each other, with how many kommuner have each link. A table: read aloud it is its own list. */
export function GroupChain({ page }: { readonly page: ChainPage }) {
  const { t } = useTranslation("chain");
  return (
    <section aria-label={t("heading")} className="min-w-0 rounded-xl border border-line bg-surface p-5">
      <ReadingSentence page={page} />
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t("scroll")}
        className="relative overflow-x-auto"
      >
        <table className="w-full min-w-[42rem] border-separate border-spacing-0">
          <caption className="sr-only">{t("heading")}</caption>
          <thead>
            <tr>
              <td className="sticky left-0 z-20 bg-surface sm:w-40" />
              {STATIONS.map((station, at) => (
                <th key={station} scope="col" className="px-1 pb-3 align-bottom">
                  <span className="block text-base/6">{t(`station.${station}`)}</span>
                  <span className="block text-[13px]/5 font-normal text-muted">
                    {t("reach", { count: page.reading.reach[at] ?? 0, all: page.chains.length })}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.chains.map((chain) => (
              <ChainLine key={chain.id} chain={chain} page={page} />
            ))}
          </tbody>
        </table>
      </section>
      <p className="mt-4 text-muted">{t("legend")}</p>
    </section>
  );
}

function ReadingSentence({ page: { reading, chains } }: { readonly page: ChainPage }) {
  const { t } = useTranslation("chain");
  const { list } = useFormat();
  const all = chains.length;
  return (
    <p className="mb-5 text-lg/7">
      {reading.broken === 0 ? t("allWhole") : t("broken", { count: reading.broken, all })}{" "}
      {reading.rarest !== null && (
        <strong>
          {t(reading.rarest.count === 0 ? "nobodyHas" : "rarest", {
            count: reading.rarest.count,
            all,
            stations: list(reading.rarest.stations.map((station) => t(`station.${station}`).toLowerCase())),
          })}
        </strong>
      )}
    </p>
  );
}

interface ChainLineProps {
  readonly chain: KommuneChain;
  readonly page: ChainPage;
}

function ChainLine({ chain, page }: ChainLineProps) {
  const counts = chain.stations.map(({ length }) => length);
  const own = `/chain?${new URLSearchParams({ workshop: page.workshop.id, municipality: chain.id })}`;
  const ideaBoard = page.ideaBoards[chain.id];
  return (
    <tr>
      <th scope="row" className="sticky left-0 z-20 border-t border-line bg-surface py-2 pr-3 text-left font-medium">
        <Link to={own} className="link text-base/6">
          {chain.name}
        </Link>
      </th>
      {STATIONS.map((station, at) => {
        const count = counts[at] ?? 0;
        return (
          <td key={station} className="relative border-t border-line py-2 text-center">
            {at > 0 && <Bond isWhole={count > 0 && (counts[at - 1] ?? 0) > 0} />}
            <Place
              count={count}
              station={station}
              kommune={chain.name}
              href={count > 0 ? own : ideaBoard === undefined ? null : ideaAddress(ideaBoard, { chainLinks: station })}
            />
          </td>
        );
      })}
    </tr>
  );
}

/** The bond between two stations: whole where both have something. */
const Bond = ({ isWhole }: { readonly isWhole: boolean }) => (
  <span
    aria-hidden="true"
    className={classNames(
      "absolute top-1/2 right-1/2 w-full -translate-y-1/2",
      isWhole ? "border-t-4 border-primary" : "border-t-2 border-dashed border-edge",
    )}
  />
);

interface PlaceProps {
  readonly count: number;
  readonly station: Station;
  readonly kommune: string;
  /** What is there, or where an idea begins; null where nothing is and the reader may not write. */
  readonly href: string | null;
}

const placeClass =
  "relative z-10 mx-auto grid size-10 place-items-center rounded-full text-base font-semibold tabular-nums";

function Place({ count, station, kommune, href }: PlaceProps) {
  const { t } = useTranslation("chain");
  const names = { station: t(`station.${station}`), municipality: kommune, count };
  if (href === null)
    return (
      <span className={classNames(placeClass, "striped border-2 border-dashed border-gap bg-surface")}>
        <span className="sr-only">{t("nothing")}</span>
      </span>
    );
  const word = t(count > 0 ? "place" : "beginAt", names);
  return (
    <Link
      to={href}
      aria-label={word}
      title={word}
      className={classNames(
        placeClass,
        count > 0
          ? "bg-primary text-white hover:bg-primary-dark"
          : "border-2 border-dashed border-gap bg-gap-on text-gap hover:bg-surface",
      )}
    >
      {count > 0 ? count : <Plus className="size-5" aria-hidden="true" />}
    </Link>
  );
}
