/** Things in their order on as many pages as they need, each page within `room`; one that is larger has a page of its own. */
export function pagesOf<T>(things: readonly T[], room: number, sizeOf: (thing: T) => number = () => 1): T[][] {
  const pages: T[][] = [];
  let taken = room;
  for (const thing of things) {
    const size = sizeOf(thing);
    if (taken + size > room) {
      pages.push([]);
      taken = 0;
    }
    pages.at(-1)?.push(thing);
    taken += size;
  }
  return pages;
}
