import { redirect } from "@remix-run/node";
import type { Services } from "#app/http/load-context.server.ts";
import { unprocessable } from "#app/http/responses.server.ts";
import { approveActor } from "#db/queries/actor-stewardship.ts";

export async function approve({ db }: Services, form: FormData) {
  const approved = await approveActor(db, String(form.get("actorId")));
  return approved ? redirect("/actors") : unprocessable({ refused: "stale" as const });
}
