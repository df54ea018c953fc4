import { useEffect, useMemo, useRef, useState } from "react";
import type { PhoneData } from "./data.server.ts";
import { type WaitingAgreement, WaitingAgreements } from "./waiting-agreements.ts";

export interface Agreements {
  readonly waiting: readonly WaitingAgreement[];
  readonly add: WaitingAgreements["add"];
  readonly remove: WaitingAgreements["remove"];
}

/** The agreements that wait on this phone for the network; sent in whatever item the workshop is by then. */
export function useWaitingAgreements({ me }: Pick<PhoneData, "me">, isConnected: boolean | null): Agreements {
  const [waiting, setWaiting] = useState<readonly WaitingAgreement[]>([]);
  const box = useRef<WaitingAgreements | null>(null);
  const { id: participantId, workshopId } = me;
  useEffect(() => {
    const made = new WaitingAgreements({ workshopId, participantId, storage: localStorage, onChange: setWaiting });
    box.current = made;
    setWaiting(made.all);
    made.send();
    const send = () => made.send();
    addEventListener("online", send);
    return () => {
      removeEventListener("online", send);
      made.stop();
    };
  }, [workshopId, participantId]);
  useEffect(() => {
    if (isConnected) box.current?.send();
  }, [isConnected]);
  return useMemo(
    () => ({
      waiting,
      add: (agreement) => box.current?.add(agreement),
      remove: (id) => box.current?.remove(id),
    }),
    [waiting],
  );
}
