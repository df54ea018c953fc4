import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Services } from "#app/http/load-context.server.ts";
import { loadRegistry, proposeActor } from "#db/queries/actors.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { ACTOR_NAME_LIMIT, ACTOR_TYPES } from "#domain/actor.ts";
import { type ActorSuggestion, toSuggestion } from "#domain/actor-registry.ts";

const proposal = z.object({
  name: z.string().trim().min(1).max(ACTOR_NAME_LIMIT),
  type: z.enum(ACTOR_TYPES),
});

export interface ProposedActor {
  readonly actor: ActorSuggestion;
  /** False when the registry knew the name already. */
  readonly created: boolean;
}

/** The new actor, or the one that has the name already; null without a name. */
export async function propose(
  { db, now, synergy }: Services,
  { form, personId }: { form: FormData; personId: string },
): Promise<ProposedActor | null> {
  const input = proposal.safeParse(Object.fromEntries(form));
  if (!input.success) return null;
  const at = now();
  const { id, created } = await proposeActor(db, { ...input.data, id: randomUUID(), now: at });
  if (created) {
    await recordAudit(db, { at, personId, action: "actor-proposed", subject: id });
    await synergy.actorsChanged();
  }
  const entry = (await loadRegistry(db)).get(id);
  if (entry === undefined) throw new Error(`Actor ${id} was proposed and is not in the registry.`);
  return { actor: toSuggestion({ entry, alias: null, isWhole: true }), created };
}
