import { createContext, useContext } from "react";

/** What the frame around every page shows: who is signed in, and what they may open from the menu. */
export interface Shell {
  readonly demo: boolean;
  readonly person: ShellPerson | null;
}
export interface ShellPerson {
  readonly id: string;
  readonly name: string;
  /** Administrators find the organisations in their menu. */
  readonly managesOrganisations: boolean;
  /** A system administrator sees no content, so the menu has nothing of it. */
  readonly comparesMunicipalities: boolean;
  readonly readsActors: boolean;
}

const ShellContext = createContext<Shell>({ demo: false, person: null });

export const ShellProvider = ShellContext.Provider;
export const useShell = (): Shell => useContext(ShellContext);
