/**
 * Every loader and every intent of every action is asked by everybody, over a real database: who is let through, how the others
 * are refused, what the refused can change (nothing), and what anybody is told of boards that they may not read (nothing).
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { matchRoutes } from "@remix-run/react";
import { expect, test } from "vitest";
import type { Services } from "#app/http/load-context.server.ts";
import routes from "../app/routes.ts";
import { AFTER_ROUTE_ROWS } from "./after-route-rows.ts";
import { LIVE_ROUTE_ROWS } from "./live-route-rows.ts";
import { ROUTE_ROWS, type RouteRow } from "./route-rows.ts";
import { boardsToldIn, EVERYBODY, MAY_READ, openRouteWorld, servicesOf, type Who } from "./route-world.ts";
import { asking } from "./services.ts";
import { STAGE_ROUTE_ROWS, type StageRouteRow } from "./stage-route-rows.ts";

const ROWS: readonly StageRouteRow[] = [...ROUTE_ROWS, ...LIVE_ROUTE_ROWS, ...STAGE_ROUTE_ROWS, ...AFTER_ROUTE_ROWS];

type Run = (args: ReturnType<typeof asking>) => unknown;
type Screen = Partial<Record<"loader" | "action", Run>>;

const app = fileURLToPath(new URL("../app/", import.meta.url));
const screens = new Map(
  await Promise.all(routes.map(async ({ file }): Promise<[string, Screen]> => [file, await import(join(app, file))])),
);
const table = routes.map(({ path, index, file }) => (index === true ? { index, file } : { path: path ?? "", file }));
const db = await openRouteWorld();

/** The loader or action that the row asks, found by its address as the product finds it. */
function placeOf({ ask }: RouteRow) {
  const [method, address = ""] = ask.split(" ");
  const [match] = matchRoutes(table, new URL(address, "http://localhost").pathname) ?? [];
  if (match === undefined) throw new Error(`No screen has the address ${address}.`);
  const { file, path = "" } = match.route;
  const part = method === "POST" ? ("action" as const) : ("loader" as const);
  const run = screens.get(file)?.[part];
  if (run === undefined) throw new Error(`${file} has no ${part}.`);
  return { address, path, file, part, run, params: match.params as Record<string, string> };
}

interface Answer {
  readonly who: Who;
  /** "answered", "to sign in", or the status of what is refused. */
  readonly outcome: string;
  readonly hasWritten: boolean;
  /** Boards of which the answer tells something. */
  readonly told: readonly string[];
}

const writesSoFar = db.$client.prepare<[], number>("select total_changes()").pluck();

async function answerOf(row: RouteRow, services: Services): Promise<{ outcome: string; text: string }> {
  const { address, params, run } = placeOf(row);
  const { form, json } = row;
  return Promise.resolve(asking(services, address, { params, json, ...(form && { form }) }))
    .then(run)
    .then(read, (thrown: unknown) => read(thrown, { isThrown: true }));
}

/** What `who` is answered. Nothing that it changes stays. */
async function answerTo(who: Who, row: RouteRow): Promise<Answer> {
  const services = await servicesOf(db, who);
  const before = writesSoFar.get();
  db.$client.exec("begin");
  try {
    const { outcome, text } = await answerOf(row, services);
    return { who, outcome, hasWritten: writesSoFar.get() !== before, told: boardsToldIn(text) };
  } finally {
    db.$client.exec("rollback");
  }
}

async function read(answer: unknown, { isThrown = false } = {}): Promise<{ outcome: string; text: string }> {
  if (answer instanceof Response) {
    const leadsTo = answer.headers.get("Location") ?? "";
    // An action that has ended a session leads there, too, but does not throw.
    const outcome = isThrown && leadsTo.startsWith("/sign-in") ? "to sign in" : outcomeOf(answer.status);
    return { outcome, text: leadsTo + (await answer.text()) };
  }
  if (isThrown) throw answer;
  // Of what Remix's `data()` makes, `init` has the status.
  const { init } = (answer ?? {}) as { init?: { status?: number } | null };
  return { outcome: outcomeOf(init?.status ?? 200), text: JSON.stringify(answer) ?? "" };
}

const outcomeOf = (status: number): string => (status < 400 ? "answered" : String(status));

function expectedOutcome(who: Who, { may, byScript, refusal = 404, forbidden, hidesFromAll }: StageRouteRow): string {
  if (may.includes(who)) return "answered";
  if (forbidden?.includes(who)) return "403";
  if (who !== "nobody" || hidesFromAll === true) return String(refusal);
  return byScript === true ? "401" : "to sign in";
}

const nameOf = ({ ask, form, may }: RouteRow): string =>
  `${ask}${form === undefined ? "" : ` (${Object.values(form).join(", ")})`}: ${may.join(", ") || "nobody"}`;

test.each(ROWS.map((row) => [nameOf(row), row] as const))("%s", async (_, row) => {
  const answers: Answer[] = [];
  for (const who of EVERYBODY) answers.push(await answerTo(who, row));

  const byPerson = (outcomes: readonly [Who, string][]) => Object.fromEntries(outcomes);
  expect(byPerson(answers.map(({ who, outcome }) => [who, outcome]))).toEqual(
    byPerson(EVERYBODY.map((who) => [who, expectedOutcome(who, row)])),
  );
  const refused = answers.filter(({ outcome }) => outcome !== "answered");
  expect(refused.filter(({ hasWritten }) => hasWritten)).toEqual([]);
  for (const { who, told, outcome } of answers) {
    const readable = [...MAY_READ[who]].sort();
    expect(
      told.filter((boardId) => !readable.includes(boardId)),
      `told ${who}`,
    ).toEqual([]);
    if (row.tellsAll && outcome === "answered") expect(told, `told ${who}`).toEqual(readable);
  }
});

const READING = ROWS.filter(({ ask, may }) => ask.startsWith("GET") && may.length > 0);

test.each(READING.map((row) => [row.ask, row] as const))(
  "%s answers while the database takes nothing",
  async (_, row) => {
    db.$client.exec("update initiative set is_text_stale = 1");
    const services = await servicesOf(db, row.may.at(-1) ?? "nobody");
    db.$client.pragma("query_only = 1");
    try {
      const { outcome } = await answerOf(row, { ...services, reportError: () => undefined });
      expect(outcome).toBe("answered");
    } finally {
      db.$client.pragma("query_only = 0");
    }
  },
);

test("every loader and every action has a row", () => {
  const asked = new Set(ROWS.map(placeOf).map(({ path, part }) => `${part} of /${path}`));
  const parts = routes.flatMap(({ path = "", file }) =>
    (["loader", "action"] as const)
      .filter((part) => screens.get(file)?.[part] !== undefined)
      .map((part) => `${part} of /${path}`),
  );
  expect(parts.filter((part) => !asked.has(part))).toEqual([]);
});

test("every intent of an action has a row", () => {
  const asked = new Set(ROWS.map((row) => `${row.form?.["intent"]} in ${dirname(placeOf(row).file)}`));
  const folders = [...new Set([...screens.keys()].map((file) => dirname(file)))];
  const intents = folders.flatMap((folder) => intentsIn(folder).map((intent) => `${intent} in ${folder}`));
  expect(intents.filter((intent) => !asked.has(intent))).toEqual([]);
});

/** As the sources of a screen name them, in what they compare with the form's intent. */
function intentsIn(folder: string): string[] {
  const sources = readdirSync(join(app, folder))
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name))
    .map((name) => readFileSync(join(app, folder, name), "utf8"))
    .filter((text) => /orm\.get\("intent"\)/.test(text));
  return sources.flatMap((text) =>
    [...text.matchAll(/case "([a-z-]+)":|get\("intent"\) !== "([a-z-]+)"/g)].map(
      ([, one, other]) => one ?? other ?? "",
    ),
  );
}
