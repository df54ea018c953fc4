/** An item as a facilitator writes it. */
import { z } from "zod";
import { type ReadForm, readForm, requiredText } from "#app/http/forms.server.ts";
import { textsOf } from "#app/http/language.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import {
  AGENDA_LIMITS,
  type AgendaLane,
  type AgendaPlan,
  ANONYMITIES,
  PHASE_KINDS,
  REVEALS,
} from "#domain/live/agenda.ts";
import { lanesOf } from "#domain/live/agenda-templates.ts";
import { isFigure } from "#domain/live/indicator.ts";

const wholeNumber = (to: number, message: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, message)
    .transform(Number)
    .refine((value) => value >= 1 && value <= to, message);

/** What there is to show; empty for nothing. */
const figureId = z
  .string()
  .refine((id) => id === "" || isFigure(id))
  .default("");

/** @param lanes those that the item has already */
export function readItemForm(
  context: Services,
  { request, form }: { request: Request; form: FormData },
  lanes: readonly AgendaLane[],
): ReadForm<AgendaPlan> {
  const t = textsOf(request, context, "agenda");
  const limits = AGENDA_LIMITS;
  const tooLong = (limit: number) => t("form.tooLong", { limit });
  const titles = z
    .string()
    .transform((lines) =>
      lines
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .refine(
      (each) => each.length <= limits.lanes && each.every(({ length }) => length <= limits.laneTitle),
      t("form.lanesWrong", { limit: limits.lanes, length: limits.laneTitle }),
    );
  const schema = z
    .object({
      title: requiredText(limits.title, { missing: t("form.titleMissing"), tooLong: tooLong(limits.title) }),
      prompt: z.string().trim().max(limits.prompt, tooLong(limits.prompt)).default(""),
      minutes: wholeNumber(limits.minutes, t("form.minutesWrong", { limit: limits.minutes })),
      kind: z.enum(PHASE_KINDS),
      anonymity: z.enum(ANONYMITIES).default("named"),
      reveal: z.enum(REVEALS).default("by-facilitator"),
      votes: wholeNumber(limits.votes, t("form.votesWrong", { limit: limits.votes })).or(
        z.literal("").transform(() => null),
      ),
      lanes: titles.default([]),
      byTable: z.literal("yes").optional(),
      indicator1: figureId,
      indicator2: figureId,
    })
    .transform(({ votes, byTable, indicator1, indicator2, ...plan }) => ({
      ...plan,
      voteBudget: plan.kind === "vote" ? (votes ?? DEFAULT_VOTES) : null,
      lanes: lanesOf(plan.lanes, lanes),
      byTable: byTable === "yes",
      indicators: plan.kind === "framing" ? [...new Set([indicator1, indicator2])].filter((id) => id !== "") : null,
    }));
  return readForm(form, schema);
}

/** Dots, when nobody says how many. */
const DEFAULT_VOTES = 3;
