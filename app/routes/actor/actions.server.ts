import { randomUUID } from "node:crypto";
import { redirect } from "@remix-run/node";
import type { Services } from "#app/http/load-context.server.ts";
import { unprocessable } from "#app/http/responses.server.ts";
import { approveActor, type MergeRefusal, mergeActors, undoMerge } from "#db/queries/actor-stewardship.ts";

interface Stewarding {
  readonly actorId: string;
  readonly personId: string;
  readonly form: FormData;
}

/** Why nothing was changed; `stale` when somebody else has done it already. */
export type StewardRefusal = MergeRefusal | "stale";

const refuse = (refused: StewardRefusal) => unprocessable({ refused });

export async function approve({ db }: Services, { actorId }: Stewarding) {
  return (await approveActor(db, actorId)) ? redirect(`/actors/${actorId}`) : refuse("stale");
}

export async function merge({ db, now, synergy }: Services, { actorId, personId, form }: Stewarding) {
  const intoActorId = String(form.get("intoActorId"));
  const result = await mergeActors(db, {
    id: randomUUID(),
    fromActorId: actorId,
    intoActorId,
    mergedBy: personId,
    now: now(),
  });
  if (!result.merged) return refuse(result.refused);
  await synergy.actorsChanged();
  return redirect(`/actors/${intoActorId}`);
}

export async function takeApart({ db, now, synergy }: Services, { actorId, form }: Stewarding) {
  const undone = await undoMerge(db, { mergeId: String(form.get("mergeId")), now: now() });
  if (!undone) return refuse("stale");
  await synergy.actorsChanged();
  return redirect(`/actors/${actorId}`);
}
