import { useMemo } from "react";
import type { PhoneData } from "./data.server.ts";
import { useKept } from "./use-kept.ts";
import { type WaitingAgreement, WaitingAgreements } from "./waiting-agreements.ts";

export interface Agreements {
  readonly waiting: readonly WaitingAgreement[];
  readonly add: WaitingAgreements["add"];
  readonly remove: WaitingAgreements["remove"];
}

const NONE: readonly WaitingAgreement[] = [];

/** The agreements that wait on this phone for the network; sent in whatever item the workshop is by then. */
export function useWaitingAgreements({ me }: Pick<PhoneData, "me">, isConnected: boolean | null): Agreements {
  const [waiting, box] = useKept({ Kind: WaitingAgreements, me, isConnected, nothing: NONE });
  return useMemo(
    () => ({
      waiting,
      add: (agreement) => box.current?.add(agreement),
      remove: (id) => box.current?.remove(id),
    }),
    [waiting, box],
  );
}
