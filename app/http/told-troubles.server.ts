/**
 * What all loaders and actions answer alike: that the request itself is refused, and every error under the id that the log has
 * for the request. Remix can hand such answers to the page's boundary, whichever way the page asked.
 */
import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import type { SentForm, TroubleFacts } from "./trouble.ts";

type Module = ServerBuild["routes"][string]["module"];
type Args = LoaderFunctionArgs | ActionFunctionArgs;
type Run = (args: Args) => unknown;

export function withTroublesTold(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => [id, { ...route, module: toldBy(route.module) }]);
  return { ...build, routes: Object.fromEntries(routes) };
}

const toldBy = (module: Module): Module => ({
  ...module,
  ...(module.loader && { loader: telling(module.loader as Run) as typeof module.loader }),
  action: telling(async (args) => {
    if (args.context.refusal !== null) throw await refusal(args.context.refusal, args);
    if (module.action === undefined) throw new Response(null, { status: 405 });
    return module.action(args as ActionFunctionArgs);
  }) as NonNullable<typeof module.action>,
});

const telling =
  (run: Run): Run =>
  async (args) => {
    try {
      return await run(args);
    } catch (thrown) {
      throw told(thrown, args);
    }
  };

/** What was thrown, with the id of the request; what nobody expected goes to the log here. */
function told(thrown: unknown, { request, context }: Args): unknown {
  if (thrown instanceof Response) {
    const saysEnough = thrown.status < 400 || thrown.body !== null;
    return saysEnough ? thrown : trouble(thrown.status, { requestId: context.requestId, again: null });
  }
  // The visitor went away; nothing is wrong.
  if (request.signal.aborted) return thrown;
  context.reportError(thrown, request);
  return trouble(500, { requestId: context.requestId, again: null });
}

const trouble = (status: number, facts: TroubleFacts): Response => Response.json(facts, { status });

/** The form comes back where sending it again may help; never for what another site sent. */
async function refusal(status: NonNullable<Args["context"]["refusal"]>, args: Args): Promise<Response> {
  const again = status === 503 ? await sentForm(args.request) : null;
  return trouble(status, { requestId: args.context.requestId, again });
}

/** Null when it is no form, or holds a secret: secrets never go back into a page. */
async function sentForm(request: Request): Promise<SentForm | null> {
  const form = await request.formData().catch(() => null);
  if (form === null || [...form.keys()].some((name) => /password/i.test(name))) return null;
  const { pathname, search } = new URL(request.url);
  const fields = [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
  return { action: pathname + search, fields };
}
