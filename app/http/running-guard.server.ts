import type { LoaderFunctionArgs } from "@remix-run/node";
import { findWorkshop, workshopSubject } from "#db/queries/workshops.ts";
import { can, type Person } from "#domain/permissions.ts";
import type { Workshop } from "#domain/workshop.ts";
import { requireCan, requireSession, requireSessionOfScript } from "./guards.server.ts";
import { forbidden, notFound } from "./responses.server.ts";

type Args = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

/** Who asks, and the workshop of the address when they run it. */
export async function requireRunning(args: Args): Promise<{ person: Person; workshop: Workshop }> {
  const { person } = requireSession(args.context, args.request);
  return { person, workshop: await runBy(args) };
}

/** The same for what the page asks; somebody who takes part is told that it is not for them. */
export async function requireRunningOfScript(args: Args): Promise<{ person: Person; workshop: Workshop }> {
  const { person } = requireSessionOfScript(args.context);
  const subject = await workshopSubject(args.context.db, args.params.workshopId ?? "");
  const isKnown = subject !== null && can(person, "workshop.take-part", subject);
  if (isKnown && !can(person, "workshop.run", subject)) throw forbidden();
  return { person, workshop: await runBy(args) };
}

async function runBy({ params, context }: Args): Promise<Workshop> {
  const id = params.workshopId ?? "";
  requireCan(context, "workshop.run", await workshopSubject(context.db, id));
  const workshop = await findWorkshop(context.db, id);
  if (workshop === null) throw notFound();
  return workshop;
}
