import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Services } from "#app/http/load-context.server.ts";
import { unprocessable } from "#app/http/responses.server.ts";
import { loadRegistry, proposeActor } from "#db/queries/actors.ts";
import { ACTOR_NAME_LIMIT, ACTOR_TYPES } from "#domain/actor.ts";
import { toSuggestion } from "#domain/actor-registry.ts";

const proposal = z.object({
  name: z.string().trim().min(1).max(ACTOR_NAME_LIMIT),
  type: z.enum(ACTOR_TYPES),
});

export async function propose(
  { db, now, synergy }: Services,
  { form, personId }: { form: FormData; personId: string },
) {
  const input = proposal.safeParse(Object.fromEntries(form));
  if (!input.success) return unprocessable({ actor: null, created: false });
  const { id, created } = await proposeActor(db, { ...input.data, id: randomUUID(), proposedBy: personId, now: now() });
  if (created) await synergy.actorsChanged();
  const entry = (await loadRegistry(db)).get(id);
  return { actor: entry === undefined ? null : toSuggestion({ entry, alias: null }), created };
}
