/**
 * An index of actors that remembers whom a name means: a kommune's initiatives name the same few, and come one after the
 * other.
 */
import type { ActorIndex } from "./actors.ts";

const REMEMBERED = 2_000;

export function rememberingActors(index: ActorIndex): ActorIndex {
  const remembered = new Map<string, string | null>();
  return {
    ...index,
    identify(actor, municipality) {
      const asked = JSON.stringify([actor.id, actor.name, actor.type, municipality]);
      const known = remembered.get(asked);
      if (known !== undefined) return known;
      if (remembered.size >= REMEMBERED) remembered.clear();
      const identity = index.identify(actor, municipality);
      remembered.set(asked, identity);
      return identity;
    },
  };
}
