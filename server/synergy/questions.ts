/** What pages ask the engine's thread while it goes on checking. */
import type { Synergy } from "#app/http/load-context.server.ts";
import type { ChainLink } from "#domain/initiative.ts";
import { type InitiativePlace, initiativeKey, placeOfKey } from "#domain/synergy/initiative-key.ts";
import type { SynergyMatch } from "#domain/synergy/types.ts";
import type { EngineThread } from "./thread.ts";

const keysOf = (places: readonly InitiativePlace[]): string[] =>
  places.map(({ boardId, initiativeId }) => initiativeKey(boardId, initiativeId));

export async function similarTo(
  thread: EngineThread,
  [draft, { readableBoardIds, limit }]: Parameters<Synergy["similar"]>,
): Promise<SynergyMatch[]> {
  const { boardId: _, ...initiative } = draft;
  const pairs = await thread.perform({ do: "similar", draft: initiative, boardIds: readableBoardIds, limit });
  return pairs.map(({ pair, ...told }) => ({
    ...placeOfKey(pair.b),
    ...told,
    kind: pair.kind,
    strength: pair.strength,
    reasons: pair.reasons,
  }));
}

export async function formIn(
  thread: EngineThread,
  [form, boardIds]: Parameters<Synergy["findForm"]>,
): Promise<readonly InitiativePlace[]> {
  return (await thread.perform({ do: "findForm", form, boardIds })).map(placeOfKey);
}

export const chainLinksOf = (
  thread: EngineThread,
  [places]: Parameters<Synergy["chainLinks"]>,
): Promise<readonly (readonly ChainLink[])[]> => thread.perform({ do: "links", keys: keysOf(places) });

export async function passedOverAmong(
  thread: EngineThread,
  [places, limit]: Parameters<Synergy["passedOver"]>,
): ReturnType<Synergy["passedOver"]> {
  const found = await thread.perform({ do: "passedOver", keys: keysOf(places), limit });
  return found.map(({ a, b, against }) => ({ a: placeOfKey(a), b: placeOfKey(b), against }));
}
