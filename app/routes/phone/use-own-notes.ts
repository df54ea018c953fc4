import { useEffect, useMemo } from "react";
import type { PhoneData } from "./data.server.ts";
import { Outbox, type OutboxState } from "./outbox.ts";
import { useKept } from "./use-kept.ts";

export interface OwnNotes extends OutboxState {
  readonly add: Outbox["add"];
  readonly edit: Outbox["edit"];
  readonly remove: Outbox["remove"];
}

const NONE: OutboxState = { notes: [], isStuck: false };

/** The participant's own notes on this phone; sent as soon as the server can be reached. */
export function useOwnNotes({ me, notes: known }: PhoneData, isConnected: boolean | null): OwnNotes {
  const [state, outbox] = useKept({ Kind: Outbox, me, isConnected, nothing: NONE });
  useEffect(() => outbox.current?.learn(known), [outbox, known]);
  return useMemo(
    () => ({
      isStuck: state.isStuck,
      notes: state.notes.filter(({ waiting }) => waiting !== "remove"),
      add: (note) => outbox.current?.add(note),
      edit: (id, change) => outbox.current?.edit(id, change),
      remove: (id) => outbox.current?.remove(id),
    }),
    [state, outbox],
  );
}
