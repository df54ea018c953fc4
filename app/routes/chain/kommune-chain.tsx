import { Link } from "@remix-run/react";
import { Plus } from "lucide-react";
import { classNames } from "#app/components/class-names.ts";
import { InitiativeLink } from "#app/components/initiative-link.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { type ChainInitiative, type KommuneChain, STATIONS, type Station } from "#domain/chain-map.ts";
import { ideaAddress } from "#domain/idea-start.ts";

export interface KommuneChainProps {
  readonly chain: KommuneChain;
  /** Where an idea for a missing link is begun; null for those who may not. */
  readonly ideaBoard: string | null;
}

/** One kommune's chain: the stations in a row, what stands at each, and the links that are missing. */
export function KommuneChainDrawing({ chain, ideaBoard }: KommuneChainProps) {
  const { t } = useTranslation("chain");
  const missing = STATIONS.filter((_, at) => chain.stations[at]?.length === 0);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <MissingSentence missing={missing} />
      <ol className="grid gap-y-0 lg:grid-cols-6" aria-label={t("list")}>
        {STATIONS.map((station, at) => (
          <StationColumn
            key={station}
            station={station}
            initiatives={chain.stations[at] ?? []}
            before={bondBetween(chain, at - 1)}
            after={bondBetween(chain, at)}
            idea={ideaBoard === null ? null : ideaAddress(ideaBoard, { chainLinks: station })}
          />
        ))}
      </ol>
      {chain.without.length > 0 && (
        <Panel heading={t("without", { count: chain.without.length })}>
          <p className="mb-2 text-muted">{t("withoutHelp")}</p>
          <Initiatives initiatives={chain.without} />
        </Panel>
      )}
    </div>
  );
}

function MissingSentence({ missing }: { readonly missing: readonly Station[] }) {
  const { t } = useTranslation("chain");
  return (
    <p className="text-lg/7">
      {missing.length === 0
        ? t("whole")
        : t("missing", {
            count: missing.length,
            stations: missing.map((id) => t(`station.${id}`).toLowerCase()).join(", "),
          })}
    </p>
  );
}

type BondState = "whole" | "broken";

/** Whole where something stands at both ends. */
function bondBetween({ stations }: KommuneChain, at: number): BondState | null {
  const [from, to] = [stations[at], stations[at + 1]];
  if (from === undefined || to === undefined) return null;
  return from.length > 0 && to.length > 0 ? "whole" : "broken";
}

const BONDS = { whole: "border-primary", broken: "border-dashed border-edge" };

function Bond({ state, className }: { readonly state: BondState | null; readonly className: string }) {
  return state === null ? null : (
    <span aria-hidden="true" className={classNames("absolute", BONDS[state], className)} />
  );
}

interface StationColumnProps {
  readonly station: Station;
  readonly initiatives: readonly ChainInitiative[];
  /** The bonds to the station before and to the next; null at the ends of the chain. */
  readonly before: BondState | null;
  readonly after: BondState | null;
  readonly idea: string | null;
}

/** A station: down the page on a phone, along it on a wide screen. */
function StationColumn({ station, initiatives, before, after, idea }: StationColumnProps) {
  const { t } = useTranslation("chain");
  const name = t(`station.${station}`);
  const isMissing = initiatives.length === 0;
  return (
    <li className="relative grid grid-cols-[3.5rem_minmax(0,1fr)] gap-x-3 pb-6 lg:block lg:px-2 lg:pb-0">
      <Bond state={before} className="top-7 right-1/2 w-full border-t-4 max-lg:hidden" />
      <Bond state={after} className="top-14 bottom-0 left-[1.625rem] border-l-4 lg:hidden" />
      <span className="relative z-10 lg:mx-auto lg:mb-3 lg:block lg:w-fit">
        <Node count={initiatives.length} idea={idea} name={name} />
      </span>
      <div className="min-w-0 lg:text-center">
        <h2 className="text-lg/7">{name}</h2>
        {isMissing ? (
          <p className="font-semibold text-gap">{t("nothing")}</p>
        ) : (
          <Initiatives initiatives={initiatives} isBoxed />
        )}
      </div>
    </li>
  );
}

const circleClass = "grid size-14 place-items-center rounded-full text-xl font-semibold tabular-nums";

/** How many stand there; where nothing does, the place where an idea begins. */
function Node({ count, idea, name }: { readonly count: number; readonly idea: string | null; readonly name: string }) {
  const { t } = useTranslation("chain");
  if (count > 0)
    return (
      <span className={classNames(circleClass, "bg-primary text-white")}>
        {count}
        <span className="sr-only"> {t("initiatives", { count })}</span>
      </span>
    );
  if (idea === null)
    return (
      <span aria-hidden="true" className={classNames(circleClass, "striped border-2 border-dashed border-gap bg-bg")} />
    );
  return (
    <Link
      to={idea}
      aria-label={t("begin", { station: name })}
      title={t("begin", { station: name })}
      className={classNames(circleClass, "border-2 border-dashed border-gap bg-gap-on text-gap hover:bg-surface")}
    >
      <Plus className="size-6" aria-hidden="true" />
    </Link>
  );
}

interface InitiativesProps {
  readonly initiatives: readonly ChainInitiative[];
  readonly isBoxed?: boolean;
}

function Initiatives({ initiatives, isBoxed = false }: InitiativesProps) {
  const { t } = useTranslation("chain");
  const { t: word } = useTranslation("vocabulary");
  return (
    <ul className={isBoxed ? "mt-2 grid gap-2" : "grid gap-1"}>
      {initiatives.map((each) => (
        <li
          key={`${each.boardId} ${each.initiativeId}`}
          className={isBoxed ? "rounded-lg border border-line bg-surface px-3 py-2 text-left" : undefined}
        >
          <InitiativeLink boardId={each.boardId} initiativeId={each.initiativeId}>
            {each.title}
          </InitiativeLink>
          <span className="block text-xs/5 text-muted">
            {word(`status.${each.status}`).toLowerCase()}
            {each.isRead && each.links.length > 0 && ` · ${t("read")}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
