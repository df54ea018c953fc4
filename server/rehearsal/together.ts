/**
 * Resolves when all of it is done. When something fails the rest is waited for all the same, so that nothing still happens
 * behind the back of who clears up.
 *
 * @throws what failed first in the order given
 */
export async function together<T>(doings: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(doings);
  return Promise.all(doings);
}
