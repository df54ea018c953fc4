/** Reading posted forms at the edge: after this, values are of the schema's type. */
import { z } from "zod";

export type FieldErrors = Readonly<Record<string, string>>;

/** What the form goes back with: what was typed and, per field, the sentence that says what is wrong. */
export interface RefusedForm {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

export type ReadForm<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & RefusedForm);

/** A line that has to be there; the messages are sentences in the page's language. */
export const requiredText = (limit: number, { missing, tooLong }: { missing: string; tooLong: string }) =>
  z.string().trim().min(1, missing).max(limit, tooLong);

/** Secrets never go back into a page. */
const SECRET = /password/i;

/**
 * Text fields by name; files are ignored. Text arrives as NFC whatever the keyboard made of it.
 *
 * @param schema its messages are sentences in the page's language
 */
export function readForm<S extends z.ZodType>(form: FormData, schema: S): ReadForm<z.output<S>> {
  const entries = [...form].flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value.normalize("NFC")] as const] : [],
  );
  const values = Object.fromEntries(entries);
  const result = schema.safeParse(values);
  if (result.success) return { ok: true, value: result.data };
  const errors: Record<string, string> = {};
  for (const issue of result.error.issues) errors[String(issue.path[0] ?? "form")] ??= issue.message;
  const shown = Object.fromEntries(entries.filter(([name]) => !SECRET.test(name)));
  return { ok: false, values: shown, errors };
}
