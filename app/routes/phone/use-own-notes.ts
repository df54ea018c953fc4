import { useEffect, useMemo, useRef, useState } from "react";
import type { PhoneData } from "./data.server.ts";
import { Outbox, type OutboxState } from "./outbox.ts";

export interface OwnNotes extends OutboxState {
  readonly add: Outbox["add"];
  readonly edit: Outbox["edit"];
  readonly remove: Outbox["remove"];
}

const NONE: OutboxState = { notes: [], isStuck: false };

/** The participant's own notes on this phone; sent as soon as the server can be reached. */
export function useOwnNotes({ me, notes: known }: PhoneData, isConnected: boolean | null): OwnNotes {
  const [state, setState] = useState(NONE);
  const outbox = useRef<Outbox | null>(null);
  const { id: participantId, workshopId } = me;
  useEffect(() => {
    const made = new Outbox({ workshopId, participantId, storage: localStorage, onChange: setState });
    outbox.current = made;
    setState(made.state);
    made.send();
    const send = () => made.send();
    addEventListener("online", send);
    return () => {
      removeEventListener("online", send);
      made.stop();
    };
  }, [workshopId, participantId]);
  useEffect(() => outbox.current?.learn(known), [known]);
  useEffect(() => {
    if (isConnected) outbox.current?.send();
  }, [isConnected]);
  return useMemo(
    () => ({
      isStuck: state.isStuck,
      notes: state.notes.filter(({ waiting }) => waiting !== "remove"),
      add: (note) => outbox.current?.add(note),
      edit: (id, change) => outbox.current?.edit(id, change),
      remove: (id) => outbox.current?.remove(id),
    }),
    [state],
  );
}
