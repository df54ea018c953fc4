/** What an error page is told besides the status: by the server as the body of a refusal, to the page by its boundary. */

/** A form that was sent and not taken in; it can be sent again as it is. */
export interface SentForm {
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

export interface TroubleFacts {
  /** Of the request that failed, under which the log has it. */
  readonly requestId: string;
  readonly again: SentForm | null;
}

export function readTroubleFacts(data: unknown): TroubleFacts | null {
  if (typeof data !== "object" || data === null || !("requestId" in data)) return null;
  return { again: null, ...(data as Pick<TroubleFacts, "requestId"> & Partial<TroubleFacts>) };
}
