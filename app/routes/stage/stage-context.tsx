import { createContext, useContext } from "react";
import type { AgendaItem } from "#domain/live/agenda.ts";
import type { Schedule } from "#domain/live/schedule.ts";
import type { LiveView, Stage } from "#domain/live/view.ts";
import type { Beside } from "./beside.server.ts";
import type { Send } from "./use-stage.ts";

/** What every part of the facilitator's page is about. */
export interface StageFacts {
  readonly workshopId: string;
  readonly view: LiveView;
  readonly stage: Stage;
  readonly agenda: readonly AgendaItem[];
  readonly item: AgendaItem | null;
  readonly schedule: Schedule;
  /** The server's time. */
  readonly now: number;
  readonly beside: Beside;
  readonly send: Send;
  /** The join address, as people read it. */
  readonly joinAddress: string;
}

const StageContext = createContext<StageFacts | null>(null);

export const StageProvider = StageContext.Provider;

export function useStageFacts(): StageFacts {
  const facts = useContext(StageContext);
  if (facts === null) throw new Error("This belongs inside the facilitator's page.");
  return facts;
}
