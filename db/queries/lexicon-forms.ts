/** Surface forms that people have added to the check's lexicon. */
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { lexiconForm } from "#db/schema/lexicon.ts";
import { person } from "#db/schema/person.ts";
import type { AddedForm } from "#domain/synergy/form-rules.ts";

export interface StandingForm extends AddedForm {
  readonly id: string;
  /** Null for somebody who is no longer here. */
  readonly addedBy: string | null;
  readonly addedAt: number;
}

/** Those that the check uses, the oldest first. */
export async function listAddedForms(db: Database): Promise<StandingForm[]> {
  return db
    .select({
      id: lexiconForm.id,
      facet: lexiconForm.facet,
      conceptId: lexiconForm.conceptId,
      form: lexiconForm.form,
      addedBy: person.name,
      addedAt: lexiconForm.addedAt,
    })
    .from(lexiconForm)
    .leftJoin(person, eq(person.id, lexiconForm.addedBy))
    .where(isNull(lexiconForm.removedAt))
    .orderBy(asc(lexiconForm.addedAt), asc(lexiconForm.id))
    .all();
}

export interface NewForm extends AddedForm {
  readonly id: string;
  readonly personId: string;
  readonly now: number;
}

/** One that stands already is left as it is. @returns whether anything changed */
export async function addForm(db: Database, { personId, now, ...form }: NewForm): Promise<boolean> {
  return db.transaction((tx) => {
    const { changes } = tx
      .insert(lexiconForm)
      .values({ ...form, addedBy: personId, addedAt: now })
      .onConflictDoNothing()
      .run();
    if (changes === 0) return false;
    const { facet, conceptId, form: words } = form;
    insertAudit(tx, {
      at: now,
      personId,
      action: "lexicon-form-added",
      subject: `${facet}.${conceptId}`,
      detail: { form: words },
    });
    return true;
  });
}

/** @returns whether anything changed */
export async function removeForm(
  db: Database,
  { id, personId, now }: Pick<NewForm, "id" | "personId" | "now">,
): Promise<boolean> {
  return db.transaction((tx) => {
    const standing = and(eq(lexiconForm.id, id), isNull(lexiconForm.removedAt));
    const found = tx.select().from(lexiconForm).where(standing).get();
    if (found === undefined) return false;
    tx.update(lexiconForm).set({ removedBy: personId, removedAt: now }).where(standing).run();
    const { facet, conceptId, form } = found;
    insertAudit(tx, {
      at: now,
      personId,
      action: "lexicon-form-removed",
      subject: `${facet}.${conceptId}`,
      detail: { form },
    });
    return true;
  });
}
