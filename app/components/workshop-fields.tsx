import type { RefusedForm } from "#app/http/forms.server.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { toWallClock } from "#domain/danish-time.ts";
import type { Workshop } from "#domain/workshop.ts";
import { TextField } from "./field.tsx";
import { refusedField } from "./refused-field.ts";

export interface WorkshopFieldsProps {
  /** Absent while it is being made. */
  readonly workshop?: Pick<Workshop, "title" | "organiser" | "startsAt" | "endsAt">;
  readonly refused: RefusedForm | undefined;
}

/** Title, who stands behind it, and when: the same for a new workshop and an old one. */
export function WorkshopFields({ workshop, refused }: WorkshopFieldsProps) {
  const { t } = useTranslation("workshop");
  const starts = workshop?.startsAt ? toWallClock(workshop.startsAt) : null;
  const ends = workshop?.endsAt ? toWallClock(workshop.endsAt) : null;
  const stored: Readonly<Record<string, string | undefined>> = {
    title: workshop?.title,
    organiser: workshop?.organiser,
    day: starts?.day,
    from: starts?.time,
    to: ends?.time,
  };
  const field = (name: string) => refusedField(refused, name, stored[name]);
  return (
    <>
      <TextField label={t("form.title")} {...field("title")} />
      <TextField label={t("form.organiser")} hint={t("form.organiserHint")} {...field("organiser")} />
      <fieldset className="min-w-0">
        <legend className="sr-only">{t("form.when")}</legend>
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-[minmax(0,1fr)_6.75rem_6.75rem]">
          <TextField label={t("form.day")} type="date" className="max-sm:col-span-2" {...field("day")} />
          <TextField label={t("form.startsAt")} type="time" {...field("from")} />
          <TextField label={t("form.endsAt")} type="time" {...field("to")} />
        </div>
      </fieldset>
    </>
  );
}
