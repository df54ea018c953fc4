import type { Services } from "./load-context.server.ts";

/**
 * Writes what is only noted beside something that is read: who looked, who took a file. While that cannot be written,
 * as on a full disk, reading goes on, and the log says why.
 *
 * @returns null when it could not be written
 */
export async function besideReading<T>(
  { reportError }: Pick<Services, "reportError">,
  request: Request,
  note: () => Promise<T>,
): Promise<T | null> {
  try {
    return await note();
  } catch (error) {
    reportError(error, request);
    return null;
  }
}
