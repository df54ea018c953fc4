import { isRouteErrorResponse } from "@remix-run/react";
import { readTroubleFacts, type TroubleFacts } from "./trouble.ts";

export type Problem =
  | "notFound"
  | "forbidden"
  | "tooMany"
  | "tooLarge"
  | "unreadable"
  | "noSpace"
  | "network"
  | "unexpected";

const BY_STATUS: Readonly<Record<number, Problem>> = {
  400: "unreadable",
  403: "forbidden",
  404: "notFound",
  405: "unreadable",
  411: "unreadable",
  413: "tooLarge",
  429: "tooMany",
  503: "noSpace",
};

/** What kind of trouble an error boundary was handed; the sentences are in the texts. */
export function problemOf(error: unknown): Problem {
  if (isRouteErrorResponse(error)) return BY_STATUS[error.status] ?? "unexpected";
  // What fetch throws when the server is out of reach; each browser in its own words.
  if (error instanceof TypeError && /fetch|network|load failed/i.test(error.message)) return "network";
  return "unexpected";
}

/** What the server told with it; null for what went wrong in the browser alone. */
export const troubleFactsOf = (error: unknown): TroubleFacts | null =>
  isRouteErrorResponse(error) ? readTroubleFacts(error.data) : null;
