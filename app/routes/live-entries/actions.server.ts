import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "#app/http/forms.server.ts";
import { mendable, requireFacilitating, requireTakingPart } from "#app/http/live-guard.server.ts";
import { badRequest, notFound, toScript } from "#app/http/responses.server.ts";
import { addEntry, changeEntry } from "#db/queries/live/entries.ts";
import { ENTRY_KINDS } from "#domain/live/entry.ts";

const POSTED = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("add"), id: z.uuid(), kind: z.enum(ENTRY_KINDS), text: z.string().default("") }),
  z.object({ intent: z.literal("move"), entry: z.string(), kind: z.enum(ENTRY_KINDS) }),
  z.object({ intent: z.literal("remove"), entry: z.string() }),
  z.object({ intent: z.literal("bring-back"), entry: z.string() }),
]);
type Change = Exclude<z.output<typeof POSTED>, { intent: "add" }>;

/** `POST intent, …` → `{ problem }`; 422 with why the text was not taken. */
export async function actOnEntries({ request, context, params }: ActionFunctionArgs) {
  const place = await requireTakingPart(context, params["workshopId"]);
  const { db, rooms } = context;
  const { workshopId, acting } = place;
  const read = readForm(await request.formData(), POSTED);
  if (!read.ok) throw badRequest();
  const posted = read.value;
  if (posted.intent === "add") {
    const { id, kind, text } = posted;
    const result = await addEntry(db, acting, { id, workshopId, kind, text, now: context.now() });
    if ("refused" in result) return toScript({ problem: mendable(result.refused) }, 422);
  } else {
    requireFacilitating(place);
    const change = changeOf(posted, context.now());
    if (!(await changeEntry(db, { workshopId, entryId: posted.entry, change }))) throw notFound();
  }
  rooms.liveChanged(workshopId);
  return toScript({ problem: null });
}

function changeOf(posted: Change, now: number) {
  if (posted.intent === "move") return { kind: posted.kind };
  return { removedAt: posted.intent === "remove" ? now : null };
}
