import type { Reply } from "#app/http/ask.ts";

/** Nobody's place, or no time, for what was asked; it cannot be mended in the form. */
export type Sent<T> = Reply<T> | { readonly ok: false; readonly because: "too-late" };

/** Posts a form while the page stands. What is wrong with the form (422) is an answer, too. Never throws. */
export async function send<T>(address: string, fields: Readonly<Record<string, string>>): Promise<Sent<T>> {
  try {
    const response = await fetch(address, { method: "POST", body: new URLSearchParams(fields) });
    if (response.ok || response.status === 422) return { ok: true, value: (await response.json()) as T };
    if (response.status === 401) return { ok: false, because: "signed-out" };
    return { ok: false, because: response.status === 409 ? "too-late" : "refused" };
  } catch {
    return { ok: false, because: "unreachable" };
  }
}
