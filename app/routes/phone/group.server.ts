import { requireSessionOfScript } from "#app/http/guards.server.ts";
import { requireParticipant } from "#app/http/live-guard.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { badRequest, forbidden } from "#app/http/responses.server.ts";
import type { AlikeSet } from "#app/live/group-hints/group-hints.ts";
import type { Language } from "#app/text/texts.ts";
import {
  createCluster,
  dissolveCluster,
  type Grouped,
  type Grouper,
  type GroupRefusal,
  mergeClusters,
  placeNotes,
  renameCluster,
  restoreCluster,
  textsToGroup,
} from "#db/queries/live/grouping.ts";
import { participantOf } from "#db/queries/live/participants.ts";
import { workshopSubject } from "#db/queries/workshops.ts";
import { can } from "#domain/permissions.ts";
import { type AlikeNotes, isSaidIn } from "#domain/synergy/alike-notes.ts";
import { conceptLabel } from "#domain/synergy/concept-label.ts";

/** Who runs the workshop groups without having joined it. */
export async function requireGrouper(context: Services, workshopId: string): Promise<Grouper> {
  const { person } = requireSessionOfScript(context);
  const subject = await workshopSubject(context.db, workshopId);
  if (subject !== null && can(person, "workshop.run", subject)) {
    const me = participantOf(context.db, workshopId, person.id);
    return { workshopId, tableId: me?.tableId ?? null, isFacilitator: true };
  }
  const { me } = await requireParticipant(context, workshopId);
  return { workshopId, tableId: me.tableId, isFacilitator: false };
}

/** @throws Response 403 when it is another table's, or not the time for it */
export async function group(context: Services, by: Grouper, form: FormData): Promise<{ refused: GroupRefusal | null }> {
  const grouped = await change(context, by, form);
  if (grouped.done) context.rooms.liveChanged(by.workshopId);
  else if (grouped.refused === "not-yours" || grouped.refused === "not-now") throw forbidden();
  return { refused: grouped.done ? null : grouped.refused };
}

/** Told in words here: the lexicon's labels stay out of the browser. */
export async function alikeSets({ db, synergy }: Services, by: Grouper, language: Language): Promise<AlikeSet[]> {
  const notes = await textsToGroup(db, by);
  const textOf = new Map(notes.map(({ id, text }) => [id, text]));
  const alike = await synergy.alikeNotes(notes);
  return alike.map(({ noteIds, concept, words }) => {
    const texts = noteIds.map((id) => textOf.get(id) ?? "");
    // A word that the notes share says what they are about when the label says more than they do.
    const isNamed = concept !== null && (words.length === 0 || isSaidIn(texts, labelOf(concept, "da")));
    return { noteIds, words, about: isNamed ? labelOf(concept, language) : null };
  });
}

const labelOf = ({ facet, id }: NonNullable<AlikeNotes["concept"]>, language: Language): string =>
  conceptLabel(facet, id, language);

/** More are moved by pressing twice. */
const MOST_NOTES = 200;
const ID = /^[A-Za-z0-9_-]{16,64}$/;

interface ChangeForm {
  readonly id: string;
  readonly into: string;
  readonly title: string;
  readonly noteIds: readonly string[];
  /** Empty is in no cluster. */
  readonly to: string | null;
  /** For undoing; absent for a change of its own. */
  readonly from: string | null | undefined;
  readonly onlyEmpty: boolean;
}

function readChange(form: FormData): ChangeForm {
  const field = (name: string) => String(form.get(name) ?? "").normalize("NFC");
  const place = (name: string) => (field(name) === "" ? null : field(name));
  const noteIds = form.getAll("note").map(String);
  if (noteIds.length > MOST_NOTES) throw badRequest();
  const ids = { id: field("id"), into: field("into"), noteIds, to: place("to") };
  const from = form.has("from") ? place("from") : undefined;
  return { ...ids, title: field("title"), from, onlyEmpty: form.has("only-empty") };
}

function change({ db, now }: Services, by: Grouper, form: FormData): Promise<Grouped> {
  const { id, into, title, noteIds, to, from, onlyEmpty } = readChange(form);
  switch (form.get("intent")) {
    case "place":
      return placeNotes(db, by, { noteIds, to, from });
    case "create":
      if (!ID.test(id)) throw badRequest();
      return createCluster(db, by, { id, title, noteIds });
    case "rename":
      return renameCluster(db, by, { id, title, from: from ?? undefined });
    case "merge":
      return mergeClusters(db, by, { id, into, at: now() });
    case "dissolve":
      return dissolveCluster(db, by, { id, at: now(), onlyEmpty });
    case "restore":
      return restoreCluster(db, by, { id, noteIds, from: from ?? null });
    default:
      throw badRequest();
  }
}
