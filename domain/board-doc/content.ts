/** What a document says, as one text: equal for equal documents, however they came about. */
import type { BoardDoc } from "./document.ts";

const sortKeys = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Everything that lies in it, also what no screen shows. */
export const contentOf = (doc: BoardDoc): string =>
  JSON.stringify(
    [...doc.share.keys()].sort().map((root) => [root, doc.getMap(root).toJSON()]),
    sortKeys,
  );
