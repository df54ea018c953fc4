import type * as Y from "yjs";

const isHighSurrogate = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff;

/** Length of the common start, never ending inside an emoji. */
function commonStart(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let length = 0;
  while (length < limit && a[length] === b[length]) length++;
  return length > 0 && isHighSurrogate(a.charCodeAt(length - 1)) ? length - 1 : length;
}

function commonEnd(a: string, b: string, from: number): number {
  const limit = Math.min(a.length, b.length) - from;
  let length = 0;
  while (length < limit && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length > 0 && isLowSurrogate(a.charCodeAt(a.length - length)) ? length - 1 : length;
}

/** Makes the shared text read `wanted` by touching only what differs, so that others' edits elsewhere in it stay. */
export function writeDifference(text: Y.Text, wanted: string): void {
  const current = text.toString();
  const start = commonStart(current, wanted);
  const end = commonEnd(current, wanted, start);
  const removed = current.length - start - end;
  if (removed > 0) text.delete(start, removed);
  const added = wanted.slice(start, wanted.length - end);
  if (added !== "") text.insert(start, added);
}
