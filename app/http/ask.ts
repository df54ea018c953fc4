/**
 * What a page asks the server while it stands. By plain fetch: an error of a Remix fetcher goes to the page's error boundary,
 * and a board that is written offline would be gone.
 */

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly because: WithoutAnswer };

/** The session has ended, the server said no, or it is out of reach. */
export type WithoutAnswer = "signed-out" | "refused" | "unreachable";

/** Never throws: an answer is a reply, and so is none. */
export async function ask<T>(address: string, init: RequestInit = {}): Promise<Reply<T>> {
  try {
    const response = await fetch(address, init);
    if (response.status === 401) return { ok: false, because: "signed-out" };
    if (!response.ok) return { ok: false, because: "refused" };
    return { ok: true, value: (await response.json()) as T };
  } catch {
    return { ok: false, because: "unreachable" };
  }
}
