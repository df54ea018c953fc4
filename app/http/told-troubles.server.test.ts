import type { ActionFunctionArgs, ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import { asking, servicesFor } from "../../tests/services.ts";
import type { Services } from "./load-context.server.ts";
import { withTroublesTold } from "./told-troubles.server.ts";

type Module = ServerBuild["routes"][string]["module"];

interface Told {
  readonly module: Partial<Module>;
  readonly context?: Partial<Services>;
  readonly form?: Record<string, string>;
}

/** What the page's boundary gets to know of a request to the route. */
async function told(run: "loader" | "action", { module, context = {}, form = { note: "Langt skrevet" } }: Told) {
  const build = { routes: { route: { id: "route", module } } } as unknown as ServerBuild;
  const services = { ...(await servicesFor(openDatabase(":memory:"), null)), requestId: "r-42", ...context };
  const asked = asking(services, "/findings/pair?in=w", run === "action" ? { form } : {});
  const handler = withTroublesTold(build).routes["route"]?.module[run];
  const thrown = await Promise.resolve(handler?.(asked as unknown as ActionFunctionArgs)).catch((error) => error);
  return thrown instanceof Response && thrown.status >= 400
    ? { status: thrown.status, facts: await thrown.json() }
    : thrown;
}

const never = () => expect.fail("the action was run");

test("an unexpected error is logged and told under the id of its own request", async () => {
  const logged: unknown[] = [];
  const broken = new Error("broken");
  const module = {
    loader: () => {
      throw broken;
    },
  };
  const reportError = (error: unknown) => logged.push(error);
  expect(await told("loader", { module, context: { reportError } })).toEqual({
    status: 500,
    facts: { requestId: "r-42", again: null },
  });
  expect(logged).toEqual([broken]);
});

test("a page that is not there says its id, too; what a script is told and a way elsewhere stay as they are", async () => {
  const throwing = (thrown: Response) => ({
    loader: () => {
      throw thrown;
    },
  });
  const notFound = await told("loader", { module: throwing(new Response(null, { status: 404 })) });
  expect(notFound).toEqual({ status: 404, facts: { requestId: "r-42", again: null } });
  const signedOut = Response.json({ signedIn: false }, { status: 401 });
  expect(await told("loader", { module: throwing(signedOut) })).toEqual({ status: 401, facts: { signedIn: false } });
  const elsewhere = new Response(null, { status: 302, headers: { Location: "/sign-in" } });
  expect(await told("loader", { module: throwing(elsewhere) })).toBe(elsewhere);
});

test("without space nothing is done, and the form comes back to be sent again", async () => {
  const { status, facts } = await told("action", { module: { action: never }, context: { refusal: 503 } });
  expect(status).toBe(503);
  expect(facts.again).toEqual({ action: "/findings/pair?in=w", fields: [["note", "Langt skrevet"]] });
});

test("a form with a password never comes back, nor does one that another site sent", async () => {
  const secret = { email: "hr@x.invalid", password: "hemmeligt" };
  const full = await told("action", { module: { action: never }, context: { refusal: 503 }, form: secret });
  expect(full.facts).toEqual({ requestId: "r-42", again: null });
  const foreign = await told("action", { module: { action: never }, context: { refusal: 403 } });
  expect(foreign).toEqual({ status: 403, facts: { requestId: "r-42", again: null } });
});

test("a page that takes no forms refuses what is refused, and otherwise the method", async () => {
  expect(await told("action", { module: {}, context: { refusal: 413 } })).toMatchObject({ status: 413 });
  expect(await told("action", { module: {} })).toMatchObject({ status: 405 });
});
