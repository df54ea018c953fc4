/** The differences between two versions in the words of the page. */
import { diffWordsWithSpace } from "diff";
import type { TFunction } from "i18next";
import type { Language } from "#app/text/texts.ts";
import type { Database } from "#db/client.ts";
import { loadRegistry } from "#db/queries/actors.ts";
import { listVersions, readVersion } from "#db/queries/board-versions.ts";
import { readProjectedBoard } from "#db/queries/boards.ts";
import { type Registry, resolveActorId } from "#domain/actor-registry.ts";
import { compareVersions, type FieldDifference, type InitiativeDifference } from "#domain/board-history.ts";
import type { ActorTag, BoardSnapshot, TagField } from "#domain/initiative.ts";
import { OPEN_FIELDS, type OpenField, termsOf } from "#domain/vocabulary.ts";

/** Stands for the board as it is, among the ids of its versions. */
export const NOW = "now";

/** A stretch of text that stands in both, only in the later or only in the earlier version. */
export interface TextPart {
  readonly text: string;
  readonly change: "same" | "added" | "removed";
}

export type FieldView =
  | { readonly field: string; readonly type: "text"; readonly parts: readonly TextPart[] }
  | {
      readonly field: string;
      readonly type: "list";
      readonly removed: readonly string[];
      readonly added: readonly string[];
    }
  | { readonly field: string; readonly type: "value"; readonly before: string | null; readonly after: string | null };

export interface DifferenceView extends Omit<InitiativeDifference, "fields"> {
  readonly fields: readonly FieldView[];
}

export interface ComparisonWords {
  readonly language: Language;
  readonly vocabulary: TFunction<"vocabulary">;
  readonly history: TFunction<"history">;
}

export interface ComparisonRequest {
  readonly boardId: string;
  /** Ids of versions, or `NOW`. */
  readonly from: string;
  readonly to: string;
  readonly words: ComparisonWords;
}

/** Null when the board has no such version. */
export async function loadComparison(db: Database, { boardId, from, to, words }: ComparisonRequest) {
  const earlier = await readSide(db, boardId, from);
  const later = await readSide(db, boardId, to);
  if (earlier === null || later === null) return null;
  return {
    from,
    to,
    now: NOW,
    versions: await listVersions(db, boardId),
    differences: tellApart(earlier, later, { words, registry: await loadRegistry(db) }),
  };
}

const readSide = (db: Database, boardId: string, versionId: string): Promise<BoardSnapshot | null> =>
  versionId === NOW ? readProjectedBoard(db, boardId) : readVersion(db, boardId, versionId);

function tellApart(from: BoardSnapshot, to: BoardSnapshot, naming: Naming): DifferenceView[] {
  return compareVersions(from, to).map(({ fields, ...initiative }) => ({
    ...initiative,
    fields: fields.map((field) => viewOf(field, naming)),
  }));
}

interface Naming {
  readonly words: ComparisonWords;
  readonly registry: Registry;
}

function viewOf(difference: FieldDifference, naming: Naming): FieldView {
  const { field } = difference;
  switch (difference.type) {
    case "text":
      return { field, type: "text", parts: partsOf(difference.before, difference.after) };
    case "tags": {
      const labels = (ids: readonly string[]) => ids.map((id) => termLabel(difference.field, id, naming.words));
      return { field, type: "list", removed: labels(difference.removed), added: labels(difference.added) };
    }
    case "actors": {
      const names = (tags: readonly ActorTag[]) => tags.map((tag) => actorLabel(tag, naming));
      return { field, type: "list", removed: names(difference.removed), added: names(difference.added) };
    }
    case "value":
      return { field, type: "value", ...valueLabels(difference, naming.words) };
  }
}

const partsOf = (before: string, after: string): TextPart[] =>
  diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    change: added ? "added" : removed ? "removed" : "same",
  }));

const isOpen = (field: TagField): field is OpenField => (OPEN_FIELDS as readonly string[]).includes(field);

function termLabel(field: TagField, id: string, { language, vocabulary }: ComparisonWords): string {
  if (!isOpen(field)) return vocabulary(`chainLink.${id}` as "chainLink.awareness", { defaultValue: id });
  return termsOf(field, language).find((term) => term.id === id)?.label ?? id;
}

function actorLabel({ actorId, role }: ActorTag, { registry, words }: Naming): string {
  const name = registry.get(resolveActorId(registry, actorId))?.name ?? actorId;
  return `${name} (${words.vocabulary(`actorRole.${role}`)})`;
}

function valueLabels(
  difference: Extract<FieldDifference, { type: "value" }>,
  { vocabulary, history }: ComparisonWords,
): { before: string | null; after: string | null } {
  const both = <T>({ before, after }: { before: T; after: T }, label: (value: T) => string | null) => ({
    before: label(before),
    after: label(after),
  });
  switch (difference.field) {
    case "status":
      return both(difference, (status) => vocabulary(`status.${status}`));
    case "paused":
    case "evaluated": {
      const { field } = difference;
      return both(difference, (isSet) => history(`mark.${field}.${isSet ? "set" : "unset"}`));
    }
    case "startYear":
      return both(difference, (year) => (year === null ? null : String(year)));
    case "source":
      return both(difference, (source) => source?.title ?? null);
  }
}
