import { randomUUID } from "node:crypto";
import { redirect } from "@remix-run/node";
import type { Services } from "#app/http/load-context.server.ts";
import { unprocessable } from "#app/http/responses.server.ts";
import { approveActor, type MergeRefusal, mergeActors, undoMerge } from "#db/queries/actor-stewardship.ts";
import { recordAudit } from "#db/queries/audit.ts";

interface Stewarding {
  readonly actorId: string;
  readonly personId: string;
  readonly form: FormData;
}

/** Why nothing was changed; `stale` when somebody else has done it already. */
export type StewardRefusal = MergeRefusal | "stale";

const refuse = (refused: StewardRefusal) => unprocessable({ refused });

export async function approve({ db, now }: Services, { actorId, personId }: Stewarding) {
  if (!(await approveActor(db, actorId))) return refuse("stale");
  await recordAudit(db, { at: now(), personId, action: "actor-approved", subject: actorId });
  return redirect(`/actors/${actorId}`);
}

export async function merge({ db, now, synergy }: Services, { actorId, personId, form }: Stewarding) {
  const intoActorId = String(form.get("intoActorId"));
  const at = now();
  const ids = { id: randomUUID(), fromActorId: actorId, intoActorId };
  const result = await mergeActors(db, { ...ids, mergedBy: personId, now: at });
  if (!result.merged) return refuse(result.refused);
  const event = { at, personId, action: "actor-merged", subject: actorId } as const;
  await recordAudit(db, { ...event, detail: { into: intoActorId } });
  await synergy.actorsChanged();
  return redirect(`/actors/${intoActorId}`);
}

export async function takeApart({ db, now, synergy }: Services, { actorId, personId, form }: Stewarding) {
  const at = now();
  const undone = await undoMerge(db, { mergeId: String(form.get("mergeId")), now: at });
  if (!undone) return refuse("stale");
  await recordAudit(db, { at, personId, action: "actor-merge-undone", subject: actorId });
  await synergy.actorsChanged();
  return redirect(`/actors/${actorId}`);
}
