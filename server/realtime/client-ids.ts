import type { Connection } from "./connection.ts";

/**
 * Whose a Yjs client id is while its socket is open. Whoever writes under somebody else's live id makes that person's next
 * edits vanish, so an id in use belongs to its account; offline work of an earlier page may bring ids that nobody uses.
 */
export class ClientIds {
  readonly #holders = new Map<number, Connection>();

  /** False when one of the ids is another account's. */
  claim(connection: Connection, clientIds: readonly number[]): boolean {
    const isFree = (clientId: number) => {
      const holder = this.#holders.get(clientId);
      return holder === undefined || holder.personId === connection.personId;
    };
    if (!clientIds.every(isFree)) return false;
    for (const clientId of clientIds) this.#holders.set(clientId, connection);
    return true;
  }

  release(connection: Connection): void {
    for (const [clientId, holder] of this.#holders) if (holder === connection) this.#holders.delete(clientId);
  }
}
