/** Ids are unique in their board only, so that everything checked together is named by both. */

const SEPARATOR = ".";

/** A point is no letter of an id. */
export const initiativeKey = (boardId: string, initiativeId: string): string => `${boardId}${SEPARATOR}${initiativeId}`;

export interface InitiativePlace {
  readonly boardId: string;
  readonly initiativeId: string;
}

export function placeOfKey(key: string): InitiativePlace {
  const at = key.indexOf(SEPARATOR);
  return { boardId: key.slice(0, at), initiativeId: key.slice(at + 1) };
}
