import type { Services } from "#app/http/load-context.server.ts";
import { type ReadableBoard, readableBoards } from "#db/queries/boards.ts";
import { listLinkedInitiatives } from "#db/queries/chain.ts";
import { type ChainInitiative, type ChainReading, chainsOf, type KommuneChain, readChains } from "#domain/chain-map.ts";
import { belongsTo, type Person } from "#domain/permissions.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface ChainPage {
  readonly workshop: Named;
  readonly workshops: readonly Named[];
  readonly kommuner: readonly Named[];
  readonly chains: readonly KommuneChain[];
  readonly reading: ChainReading;
  /** The kommune whose chain is drawn alone; null for the group's. */
  readonly chosen: KommuneChain | null;
  /** Where the person may begin an idea, by kommune. */
  readonly ideaBoards: Readonly<Record<string, string>>;
}

interface ChainRequest {
  readonly person: Person;
  readonly params: URLSearchParams;
}

/** The chains of a workshop's kommuner; null for a reader who may read no board. */
export async function loadChainPage(context: Services, { person, params }: ChainRequest): Promise<ChainPage | null> {
  const all = await readableBoards(context.db, person);
  const workshops = [...new Map(all.map(({ workshop }) => [workshop.id, workshop])).values()];
  const workshop = workshops.find(({ id }) => id === params.get("workshop")) ?? usualWorkshop(all, person);
  if (workshop === null) return null;
  const boards = all.filter((board) => board.workshop.id === workshop.id);
  const kommuner = boards.map(({ organisation }) => organisation);
  const chains = chainsOf(kommuner, await readInitiatives(context, boards));
  return {
    workshop: named(workshop),
    workshops: workshops.map(named),
    kommuner: chains.map(({ id, name }) => ({ id, name })),
    chains,
    reading: readChains(chains),
    chosen: chains.find(({ id }) => id === params.get("municipality")) ?? null,
    ideaBoards: Object.fromEntries(
      boards.filter(({ access }) => access === "write").map(({ id, organisation }) => [organisation.id, id]),
    ),
  };
}

const named = ({ id, title }: { id: string; title: string }): Named => ({ id, name: title });

/** One's own kommune's workshop, else the first that one may read. */
const usualWorkshop = (boards: readonly ReadableBoard[], person: Person) =>
  (boards.find(({ organisation }) => belongsTo(person, organisation.id)) ?? boards[0])?.workshop ?? null;

/** Where nobody has tagged a link, the check says what it read in the text. */
async function readInitiatives(
  { db, synergy }: Services,
  boards: readonly ReadableBoard[],
): Promise<ChainInitiative[]> {
  const initiatives = await listLinkedInitiatives(
    db,
    boards.map(({ id }) => id),
  );
  const untagged = initiatives.filter(({ links }) => links.length === 0);
  const read = await synergy.chainLinks(untagged);
  const readOf = new Map(untagged.map((initiative, at) => [initiative, read[at] ?? []]));
  return initiatives.map((initiative) => {
    const links = readOf.get(initiative);
    return { ...initiative, links: links ?? initiative.links, isRead: links !== undefined };
  });
}
