/** The chain from knowing the trade to staying in it, as it is drawn: where each kommune has initiatives, and where it is broken. */
import { compareDanish } from "./danish-order.ts";
import type { ChainLink, InitiativeStatus } from "./initiative.ts";

/** The six stations, in the order in which people walk them; two links of the vocabulary share one where they are walked together. */
export const STATIONS = ["awareness", "pre-course", "education", "placement", "employment", "retention"] as const;
export type Station = (typeof STATIONS)[number];

const STATION_OF: Readonly<Record<ChainLink, Station>> = {
  awareness: "awareness",
  "pre-course": "pre-course",
  education: "education",
  placement: "placement",
  employment: "employment",
  onboarding: "employment",
  retention: "retention",
  "working-time": "retention",
};

export interface ChainInitiative {
  readonly boardId: string;
  readonly initiativeId: string;
  readonly title: string;
  readonly status: InitiativeStatus;
  readonly organisationId: string;
  readonly links: readonly ChainLink[];
  /** The links were read in the text, because nobody has tagged any. */
  readonly isRead: boolean;
}

export interface ChainKommune {
  readonly id: string;
  readonly name: string;
}

export interface KommuneChain extends ChainKommune {
  /** One per station, in their order. */
  readonly stations: readonly (readonly ChainInitiative[])[];
  /** Those of which nobody can tell where they belong. */
  readonly without: readonly ChainInitiative[];
}

/** Each kommune's chain, in Danish order; one that has nothing is there too. */
export function chainsOf(kommuner: readonly ChainKommune[], initiatives: readonly ChainInitiative[]): KommuneChain[] {
  return [...kommuner]
    .sort((a, b) => compareDanish(a.name, b.name))
    .map((kommune) => {
      const own = initiatives
        .filter(({ organisationId }) => organisationId === kommune.id)
        .sort((a, b) => compareDanish(a.title, b.title));
      return {
        ...kommune,
        stations: STATIONS.map((station) =>
          own.filter(({ links }) => links.some((link) => STATION_OF[link] === station)),
        ),
        without: own.filter(({ links }) => links.length === 0),
      };
    });
}

export interface ChainReading {
  /** Kommuner of the group in whose chain something is missing. */
  readonly broken: number;
  /** How many kommuner have something at each station. */
  readonly reach: readonly number[];
  /** The stations that fewest have, unless all have the same; with how many that is. */
  readonly rarest: { readonly stations: readonly Station[]; readonly count: number } | null;
}

/** What can be said of a group's chains in a sentence; every number is counted off the drawing. */
export function readChains(chains: readonly KommuneChain[]): ChainReading {
  const reach = STATIONS.map((_, at) => chains.filter(({ stations }) => (stations[at]?.length ?? 0) > 0).length);
  const fewest = Math.min(...reach);
  return {
    broken: chains.filter(({ stations }) => stations.some(({ length }) => length === 0)).length,
    reach,
    rarest:
      chains.length === 0 || fewest === Math.max(...reach)
        ? null
        : { stations: STATIONS.filter((_, at) => reach[at] === fewest), count: fewest },
  };
}
