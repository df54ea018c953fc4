import { createContext, useContext } from "react";
import type { AgendaItem } from "#domain/live/agenda.ts";
import type { LiveView, Stage } from "#domain/live/view.ts";
import type { PhoneData } from "./data.server.ts";
import type { OwnNotes } from "./use-own-notes.ts";
import type { Agreements } from "./use-waiting-agreements.ts";

/** What every task on the phone works with. */
export interface Phone {
  readonly view: LiveView;
  readonly stage: Stage;
  readonly me: PhoneData["me"];
  /** The item that runs; null in the lobby and at the end. */
  readonly item: AgendaItem | null;
  readonly own: OwnNotes;
  readonly agreements: Agreements;
  /** The server's time; null before the page is alive. */
  readonly now: number | null;
}

const PhoneContext = createContext<Phone | null>(null);

export const PhoneProvider = PhoneContext.Provider;

export function usePhone(): Phone {
  const phone = useContext(PhoneContext);
  if (phone === null) throw new Error("A task was drawn outside the phone page.");
  return phone;
}
