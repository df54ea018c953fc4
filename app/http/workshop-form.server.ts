/** What a facilitator writes about a workshop, when making it and when changing it. */
import { z } from "zod";
import { fromWallClock } from "#domain/danish-time.ts";
import { type ReadForm, readForm } from "./forms.server.ts";
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
      title: z.string().trim().min(1, t("form.titleMissing")).max(TITLE_LIMIT, t("form.titleTooLong")),
      organiser: z.string().trim().max(ORGANISER_LIMIT),
      day: z.string(),
      from: z.string(),
      to: z.string(),
    })
    .transform(({ title, organiser, day, from, to }, issues) => {
      const refuse = (field: string, message: string) => issues.addIssue({ code: "custom", path: [field], message });
      const at = (time: string) => (day === "" || time === "" ? null : fromWallClock({ day, time }));
      const [startsAt, endsAt] = [at(from || (day && "09:00")), at(to)];
      if (day === "" && (from !== "" || to !== "")) refuse("day", t("form.dayMissing"));
      if (day !== "" && startsAt === null) refuse("day", t("form.dayInvalid"));
      if (startsAt !== null && endsAt !== null && endsAt <= startsAt) refuse("to", t("form.endsBeforeStart"));
      return { title, organiser, startsAt, endsAt };
    });
  return readForm(form, schema);
}
