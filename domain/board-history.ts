/** Versions of a board: why they are kept, and what tells two of them apart, initiative by initiative and field by field. */
import {
  type ActorTag,
  type BoardSnapshot,
  byOrder,
  INITIATIVE_MARKS,
  type InitiativeMark,
  type InitiativeSnapshot,
  TAG_FIELDS,
  type TagField,
} from "#domain/initiative.ts";

export const VERSION_REASONS = ["automatic", "named", "phase", "before-restore"] as const;
/** `automatic`: after a while of work; `phase`: the workshop moved on; `before-restore`: so that a restore can be taken back. */
export type VersionReason = (typeof VERSION_REASONS)[number];

export const VERSION_NAME_LIMIT = 120;

/** What a text reads in the one and in the other. */
interface TextDifference {
  readonly type: "text";
  readonly field: "title" | "description";
  readonly before: string;
  readonly after: string;
}
interface TagDifference {
  readonly type: "tags";
  readonly field: TagField;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}
/** A changed role stands as removed with the one and added with the other. */
interface ActorDifference {
  readonly type: "actors";
  readonly field: "actors";
  readonly removed: readonly ActorTag[];
  readonly added: readonly ActorTag[];
}
type ValueField = "status" | "startYear" | InitiativeMark | "source";
type ValueDifference = {
  readonly [F in ValueField]: {
    readonly type: "value";
    readonly field: F;
    readonly before: InitiativeSnapshot[F];
    readonly after: InitiativeSnapshot[F];
  };
}[ValueField];

export type FieldDifference = TextDifference | TagDifference | ActorDifference | ValueDifference;

export interface InitiativeDifference {
  readonly id: string;
  /** The later title; the earlier one where it is gone. */
  readonly title: string;
  /** `gone`: into the bin or off the board. */
  readonly change: "new" | "gone" | "changed";
  readonly fields: readonly FieldDifference[];
}

const VALUE_FIELDS = ["status", ...INITIATIVE_MARKS, "startYear", "source"] as const satisfies readonly ValueField[];

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const without = <T>(list: readonly T[], others: readonly T[]): T[] =>
  list.filter((each) => !others.some((other) => isSame(each, other)));

function textDifferences(before: InitiativeSnapshot, after: InitiativeSnapshot): TextDifference[] {
  const title = { type: "text", field: "title", before: before.title, after: after.title } as const;
  const description = {
    type: "text",
    field: "description",
    before: before.descriptionText,
    after: after.descriptionText,
  } as const;
  return [title, description].filter((each) => each.before !== each.after);
}

function setDifferences(before: InitiativeSnapshot, after: InitiativeSnapshot): FieldDifference[] {
  const actors: ActorDifference = {
    type: "actors",
    field: "actors",
    removed: without(before.actors, after.actors),
    added: without(after.actors, before.actors),
  };
  const tags = TAG_FIELDS.map(
    (field): TagDifference => ({
      type: "tags",
      field,
      removed: without(before.tags[field], after.tags[field]),
      added: without(after.tags[field], before.tags[field]),
    }),
  );
  return [actors, ...tags].filter(({ removed, added }) => removed.length + added.length > 0);
}

function fieldDifferences(before: InitiativeSnapshot, after: InitiativeSnapshot): FieldDifference[] {
  const values = VALUE_FIELDS.filter((field) => !isSame(before[field], after[field])).map(
    (field) => ({ type: "value", field, before: before[field], after: after[field] }) as ValueDifference,
  );
  return [...textDifferences(before, after), ...values, ...setDifferences(before, after)];
}

const onBoard = ({ initiatives }: BoardSnapshot): ReadonlyMap<string, InitiativeSnapshot> =>
  new Map(initiatives.filter(({ binnedAt }) => binnedAt === null).map((each) => [each.id, each]));

/** What came, went and changed from one version to a later one, in the board's order. A new place in a lane is no change. */
export function compareVersions(earlier: BoardSnapshot, later: BoardSnapshot): InitiativeDifference[] {
  const before = onBoard(earlier);
  const after = onBoard(later);
  const ids = new Set([...[...after.values(), ...before.values()].sort(byOrder).map(({ id }) => id)]);
  return [...ids].flatMap((id) => difference(before.get(id), after.get(id)));
}

function difference(before?: InitiativeSnapshot, after?: InitiativeSnapshot): InitiativeDifference[] {
  if (after === undefined) return before === undefined ? [] : [{ ...nameOf(before), change: "gone", fields: [] }];
  if (before === undefined) return [{ ...nameOf(after), change: "new", fields: [] }];
  const fields = fieldDifferences(before, after);
  return fields.length === 0 ? [] : [{ ...nameOf(after), change: "changed", fields }];
}

const nameOf = ({ id, title }: InitiativeSnapshot) => ({ id, title });
