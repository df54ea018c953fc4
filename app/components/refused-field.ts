import type { RefusedForm } from "#app/http/forms.server.ts";

/** What a field is given to show: what was typed and what is wrong with it once the form was refused, else what is stored. */
export const refusedField = (refused: RefusedForm | undefined, name: string, stored = "") => ({
  name,
  defaultValue: refused?.values[name] ?? stored,
  error: refused?.errors[name],
});
