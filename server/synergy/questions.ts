/** What pages ask the engine's thread while it goes on checking. */
import type { Synergy } from "#app/http/load-context.server.ts";
import type { ChainLink } from "#domain/initiative.ts";
import type { AlikeNotes } from "#domain/synergy/alike-notes.ts";
import { type InitiativePlace, initiativeKey, placeOfKey } from "#domain/synergy/initiative-key.ts";
import type { PassedOver } from "#domain/synergy/passed-over.ts";
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

export const alikeAmong = (
  thread: EngineThread,
  [notes]: Parameters<Synergy["alikeNotes"]>,
): Promise<readonly AlikeNotes[]> => thread.perform({ do: "alikeNotes", notes });

export const chainLinksOf = (
  thread: EngineThread,
  [places]: Parameters<Synergy["chainLinks"]>,
): Promise<readonly (readonly ChainLink[])[]> => thread.perform({ do: "links", keys: keysOf(places) });

/** So many initiatives are looked at before others get their turn: somebody may be writing. */
const LOOKED_AT_ONCE = 20;
/** Examples are asked for, not all there are. */
const LOOKED_AT_MOST = 600;

/** Each pair once, in the order of the places; a pair with an initiative that was not asked about is none of the asker's. */
export async function passedOverAmong(
  thread: Pick<EngineThread, "perform">,
  [places, limit]: Parameters<Synergy["passedOver"]>,
): ReturnType<Synergy["passedOver"]> {
  const keys = keysOf(places);
  const asked = new Set(keys);
  const found = new Map<string, PassedOver>();
  for (let at = 0; at < Math.min(keys.length, LOOKED_AT_MOST) && found.size < limit; at += LOOKED_AT_ONCE) {
    const some = await thread.perform({ do: "passedOver", keys: keys.slice(at, at + LOOKED_AT_ONCE) });
    for (const pair of some) if (asked.has(pair.b)) found.set([pair.a, pair.b].sort().join(" "), pair);
  }
  const shown = [...found.values()].slice(0, limit);
  return shown.map(({ a, b, against }) => ({ a: placeOfKey(a), b: placeOfKey(b), against }));
}
