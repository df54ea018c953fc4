import { randomUUID } from "node:crypto";
import { z } from "zod";
import { readForm } from "#app/http/forms.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { redirectWithin, unprocessable } from "#app/http/responses.server.ts";
import { anonymiseWorkshop, setRetention } from "#db/queries/live/anonymising.ts";
import { toWallClock } from "#domain/danish-time.ts";

interface Posted {
  readonly context: Services;
  readonly workshopId: string;
}

const FORM = z.object({ names: z.literal("yes").optional(), retention: z.union([z.literal(""), z.iso.date()]) });

export async function saveRetention({ context, workshopId, form }: Posted & { readonly form: FormData }) {
  const read = readForm(form, FORM);
  if (!read.ok || isPast(read.value.retention, context.now())) return unprocessable({ problem: "bad-day" as const });
  const { names, retention } = read.value;
  const retentionDate = retention === "" ? null : retention;
  await setRetention(context.db, workshopId, { retentionDate, namesInReport: names === "yes" });
  return { saved: true as const };
}

const isPast = (day: string, now: number): boolean => day !== "" && day < toWallClock(now).day;

/** The guests are sent out at once. */
export async function anonymise({ context, workshopId, personId }: Posted & { readonly personId: string }) {
  const asked = { workshopId, personId, now: context.now(), newId: randomUUID };
  const result = await anonymiseWorkshop(context.db, asked);
  if ("endedSessions" in result) {
    for (const sessionId of result.endedSessions) context.rooms.sessionEnded(sessionId);
    context.rooms.accessChanged();
    context.rooms.liveChanged(workshopId);
  }
  const at = `/workshops/${workshopId}/retention`;
  return redirectWithin(at, { fallback: at });
}
