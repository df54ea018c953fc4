/** What a facilitator writes about a workshop, when making it and when changing it. */
import { z } from "zod";
import { fromWallClock } from "#domain/danish-time.ts";
import { type ReadForm, readForm, requiredText } from "./forms.server.ts";
import { textsOf } from "./language.server.ts";
import type { Services } from "./load-context.server.ts";

export interface WorkshopDraft {
  readonly title: string;
  readonly organiser: string;
  readonly startsAt: number | null;
  readonly endsAt: number | null;
}

const TITLE_LIMIT = 160;
const ORGANISER_LIMIT = 160;

export function readWorkshopForm(context: Services, request: Request, form: FormData): ReadForm<WorkshopDraft> {
  const t = textsOf(request, context, "workshop");
  const schema = z
    .object({
      title: requiredText(TITLE_LIMIT, { missing: t("form.titleMissing"), tooLong: t("form.titleTooLong") }),
      organiser: z.string().trim().max(ORGANISER_LIMIT),
      day: z.string(),
      from: z.string(),
      to: z.string(),
    })
    .transform(({ title, organiser, ...when }, issues) => {
      const { startsAt, endsAt, wrong } = timesOf(when);
      if (wrong !== null) issues.addIssue({ code: "custom", path: [wrong.field], message: t(wrong.problem) });
      return { title, organiser, startsAt, endsAt };
    });
  return readForm(form, schema);
}

interface When {
  readonly day: string;
  readonly from: string;
  readonly to: string;
}
type Wrong = {
  readonly field: keyof When;
  readonly problem: "form.dayMissing" | "form.dayInvalid" | "form.endsBeforeStart";
};

/** A workshop begins at nine unless it says otherwise. */
const USUAL_START = "09:00";

function timesOf({ day, from, to }: When): { startsAt: number | null; endsAt: number | null; wrong: Wrong | null } {
  const at = (time: string) => (day === "" || time === "" ? null : fromWallClock({ day, time }));
  const [startsAt, endsAt] = [at(from || USUAL_START), at(to)];
  return { startsAt, endsAt, wrong: wrongWith({ day, from, to }, { startsAt, endsAt }) };
}

function wrongWith(
  { day, from, to }: When,
  { startsAt, endsAt }: Pick<WorkshopDraft, "startsAt" | "endsAt">,
): Wrong | null {
  if (day === "") return from + to === "" ? null : { field: "day", problem: "form.dayMissing" };
  if (startsAt === null) return { field: "day", problem: "form.dayInvalid" };
  return endsAt !== null && endsAt <= startsAt ? { field: "to", problem: "form.endsBeforeStart" } : null;
}
