/** Addresses that scripts ask while a page stands: they answer where they are asked and never lead to another page. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import { action as propose, loader as suggest } from "../app/routes/actor-suggest/route.ts";
import { loader as activity } from "../app/routes/board/activity.ts";
import { loader as actorNames } from "../app/routes/board/actor-names.ts";
import { loader as callable } from "../app/routes/board/comments/callable.ts";
import { action as comment, loader as comments } from "../app/routes/board/comments/resource.ts";
import { action as similar } from "../app/routes/board/similar.ts";
import { action as answer } from "../app/routes/finding/answer.ts";
import { loader as search } from "../app/routes/search/route.ts";
import { loader as session } from "../app/routes/session/route.ts";
import { type Asked, asking, servicesFor } from "./services.ts";

type Route = (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown;
const ROUTES: readonly [address: string, route: Route, asked?: Asked][] = [
  ["/session", session],
  ["/search?q=a", search],
  ["/actors/suggest?q=a", suggest],
  ["/actors/suggest", propose, { form: { name: "FOA", type: "union" } }],
  ["/boards/board/activity", activity, { params: { boardId: "board" } }],
  ["/boards/board/actors?id=foa", actorNames, { params: { boardId: "board" } }],
  ["/boards/board/comments", comments, { params: { boardId: "board" } }],
  ["/boards/board/comments", comment, { params: { boardId: "board" }, form: { intent: "write", stay: "yes" } }],
  ["/boards/board/comments/callable", callable, { params: { boardId: "board" } }],
  ["/findings/pair/answer", answer, { params: { findingId: "pair" }, form: { answer: "merge" } }],
  ["/boards/board/similar", similar, { params: { boardId: "board" }, form: {} }],
];

test.each(ROUTES)("%s tells who is not signed in so, by 401", async (address, route, asked) => {
  const context = await servicesFor(openDatabase(":memory:"), null);
  const answer = await Promise.resolve(asking(context, address, asked))
    .then((args) => route(args as Parameters<Route>[0]))
    .catch((thrown: unknown) => thrown);
  expect(answer).toMatchObject({ status: 401 });
});
