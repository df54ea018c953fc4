/** What the server hands to loaders and actions, for tests of routes: a database in memory and the one who asks. */
import type { Services } from "#app/http/load-context.server.ts";
import type { Database } from "#db/client.ts";
import { loadPerson } from "#db/queries/people.ts";
import { NOW } from "./factories.ts";

const unused = (): never => {
  throw new Error("This test did not expect the route to ask for that.");
};

/** @param personId who is signed in, or null */
export async function servicesFor(db: Database, personId: string | null): Promise<Services> {
  const person = personId === null ? null : await loadPerson(db, personId);
  const refusing = new Proxy({}, { get: () => unused });
  return {
    db,
    session: person === null ? null : { id: `session-${person.id}`, person },
    rooms: refusing as Services["rooms"],
    synergy: {
      similar: unused,
      progress: () => null,
      stopCheck: () => undefined,
      beginCheck: () => undefined,
      alikeNotes: async () => [],
      chainLinks: async (places) => places.map(() => []),
      actorsChanged: () => Promise.resolve(),
      formsChanged: () => Promise.resolve(),
      passedOver: async () => [],
      findForm: async () => [],
      boardChanged: () => Promise.resolve(),
      settled: () => Promise.resolve(),
    },
    rehearsals: { state: () => null, start: () => undefined },
    signIn: refusing as Services["signIn"],
    mailer: { enabled: false, send: unused },
    settings: { origin: "http://localhost:3000", demo: true, accessibilityStatementUrl: null },
    cspNonce: "",
    requestId: "test",
    refusal: null,
    reportError: unused,
    now: () => NOW,
  };
}

export interface Asked {
  readonly params?: Record<string, string>;
  /** Makes it a POST. */
  readonly form?: Record<string, string>;
  /** Makes it a POST of JSON. */
  readonly json?: unknown;
}

/** The arguments of a loader or action. */
export function asking(context: Services, path: string, { params = {}, form, json }: Asked = {}) {
  const body = json === undefined ? form && new URLSearchParams(form) : JSON.stringify(json);
  const init = body === undefined ? {} : { method: "POST", body };
  return { context: { ...context }, params, request: new Request(`http://localhost:3000${path}`, init) };
}
