/** An idea that is begun from an empty place of the comparison: the tags it will have stand in the address of the board. */
import { TAG_FIELDS, type TagField } from "./initiative.ts";

/** One tag per field at most. */
export type IdeaTags = Partial<Record<TagField, string>>;

export const IDEA_PARAM = "idea";

/** The address of the board on which the idea is written. */
export function ideaAddress(boardId: string, tags: IdeaTags): string {
  const named = TAG_FIELDS.flatMap((field) => (tags[field] === undefined ? [] : [`${field}.${tags[field]}`]));
  return `/boards/${boardId}?${new URLSearchParams({ [IDEA_PARAM]: named.join(" ") })}`;
}

/**
 * Null when no idea is begun; what `isTag` does not know is left out.
 *
 * @param isTag whether the vocabularies have it; they are too large to be fetched by a page that only asks for this
 */
export function readIdeaTags(
  params: URLSearchParams,
  isTag: (field: TagField, id: string) => boolean,
): IdeaTags | null {
  const value = params.get(IDEA_PARAM);
  if (value === null) return null;
  const named = new Map(value.split(" ").map((tag) => tag.split(".") as [string, string | undefined]));
  return Object.fromEntries(
    TAG_FIELDS.flatMap((field) => {
      const id = named.get(field);
      return id !== undefined && isTag(field, id) ? [[field, id]] : [];
    }),
  );
}
