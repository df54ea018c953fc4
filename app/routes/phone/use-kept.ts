import { type RefObject, useEffect, useRef, useState } from "react";

/** Something that is kept on this phone and sent as soon as the server can be reached. */
export interface Kept<State> {
  readonly state: State;
  send(): void;
  stop(): void;
}

export interface KeptOptions<State> {
  readonly workshopId: string;
  /** The phone may have been somebody else's before. */
  readonly participantId: string;
  readonly storage: Pick<Storage, "getItem" | "setItem">;
  readonly onChange: (state: State) => void;
}

export interface Keeping<State, K> {
  readonly Kind: new (options: KeptOptions<State>) => K;
  readonly me: { readonly id: string; readonly workshopId: string };
  /** Whether the workshop's room is heard; null while it is not known. */
  readonly isConnected: boolean | null;
  /** Before the page is alive. */
  readonly nothing: State;
}

/** What this phone keeps for the one who takes part, as it is now; what waits is sent when the network is back. */
export function useKept<State, K extends Kept<State>>({
  Kind,
  me: { id: participantId, workshopId },
  isConnected,
  nothing,
}: Keeping<State, K>): [State, RefObject<K | null>] {
  const [state, setState] = useState(nothing);
  const kept = useRef<K | null>(null);
  useEffect(() => {
    const made = new Kind({ workshopId, participantId, storage: localStorage, onChange: setState });
    kept.current = made;
    setState(made.state);
    made.send();
    const send = () => made.send();
    addEventListener("online", send);
    return () => {
      removeEventListener("online", send);
      made.stop();
    };
  }, [Kind, workshopId, participantId]);
  useEffect(() => {
    if (isConnected) kept.current?.send();
  }, [isConnected]);
  return [state, kept];
}
