import type { Services } from "#app/http/load-context.server.ts";
import type { Language } from "#app/text/texts.ts";
import { listAgenda } from "#db/queries/live/agenda.ts";
import { listTemplates } from "#db/queries/live/agenda-plan.ts";
import { listTables } from "#db/queries/workshop-tables.ts";
import { readableWorkshops, workshopSubject } from "#db/queries/workshops.ts";
import type { AgendaPlan } from "#domain/live/agenda.ts";
import { AGENDA_TEMPLATES } from "#domain/live/agenda-templates.ts";
import { plannedMinutes } from "#domain/live/schedule.ts";
import { can, type Person } from "#domain/permissions.ts";

/** An agenda to begin from, as the list shows it. */
export interface ShownTemplate {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly items: number;
  readonly minutes: number;
  /** Saved by the reader, who can take it away. */
  readonly isOwn: boolean;
}

interface Asking {
  readonly person: Person;
  readonly workshopId: string;
  readonly language: Language;
}

export async function loadAgenda({ db }: Services, { person, workshopId, language }: Asking) {
  const saved = await listTemplates(db);
  return {
    agenda: await listAgenda(db, workshopId),
    tables: await listTables(db, workshopId),
    templates: AGENDA_TEMPLATES.map(
      (template): ShownTemplate => ({
        id: template.id,
        title: language === "en" ? template.labelEn : template.label,
        about: language === "en" ? template.aboutEn : template.about,
        isOwn: false,
        ...sizeOf(template.items),
      }),
    ),
    saved: saved.map(
      ({ id, title, items, createdBy }): ShownTemplate => ({
        id,
        title,
        about: "",
        isOwn: createdBy === person.id,
        ...sizeOf(items),
      }),
    ),
    others: await otherAgendas({ db }, { person, workshopId }),
  };
}

const sizeOf = (items: readonly AgendaPlan[]) => ({ items: items.length, minutes: plannedMinutes(items) });

/** Workshops that the person runs and that have an agenda to fetch. */
async function otherAgendas({ db }: Pick<Services, "db">, { person, workshopId }: Omit<Asking, "language">) {
  const others = [];
  for (const { id, title } of await readableWorkshops(db, person)) {
    const subject = id === workshopId ? null : await workshopSubject(db, id);
    if (subject === null || !can(person, "workshop.run", subject)) continue;
    const items = await listAgenda(db, id);
    if (items.length > 0) others.push({ id, title, items: items.length });
  }
  return others;
}

/** One that comes with the product, or that a facilitator has saved. */
export async function findTemplate(
  { db }: Pick<Services, "db">,
  id: string,
): Promise<{ items: readonly AgendaPlan[] } | null> {
  return (
    AGENDA_TEMPLATES.find((each) => each.id === id) ?? (await listTemplates(db)).find((each) => each.id === id) ?? null
  );
}
