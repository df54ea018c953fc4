import { isRouteErrorResponse } from "@remix-run/react";

export const PROBLEMS = ["notFound", "forbidden", "tooMany", "network", "unexpected"] as const;
export type Problem = (typeof PROBLEMS)[number];

const BY_STATUS: Readonly<Record<number, Problem>> = { 403: "forbidden", 404: "notFound", 429: "tooMany" };

/** What kind of trouble an error boundary was handed; the sentences are in the texts. */
export function problemOf(error: unknown): Problem {
  if (isRouteErrorResponse(error)) return BY_STATUS[error.status] ?? "unexpected";
  // What fetch throws when the server is out of reach.
  if (error instanceof TypeError && /fetch|network/i.test(error.message)) return "network";
  return "unexpected";
}
