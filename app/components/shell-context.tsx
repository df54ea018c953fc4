import { createContext, useContext } from "react";

/** What the frame around every page shows: who is signed in, and what they may open from the menu. */
export interface Shell {
  readonly demo: boolean;
  readonly person: ShellPerson | null;
}
export interface ShellPerson {
  readonly id: string;
  readonly name: string;
  /** Whether the menu leads to the person's organisation, or for a system administrator to all of them. */
  readonly hasOrganisation: boolean;
  /** Until then every page begins with what others see of the person. */
  readonly introSeen: boolean;
  /** A system administrator sees no content, so the menu has nothing of it. */
  readonly comparesMunicipalities: boolean;
  readonly readsActors: boolean;
  /** Without an account nobody is told of anything in an inbox. */
  readonly isGuest: boolean;
  /** Notices in the inbox that have not been read. */
  readonly unread: number;
  /** The live workshop that the person takes part in and may have come from; null when none is open. */
  readonly liveWorkshopId: string | null;
}

const ShellContext = createContext<Shell>({ demo: false, person: null });

export const ShellProvider = ShellContext.Provider;
export const useShell = (): Shell => useContext(ShellContext);
