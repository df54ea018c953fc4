/** What people write about themselves: the same rules wherever it is asked for. */
import type { TFunction } from "i18next";
import { z } from "zod";
import { requiredText } from "./forms.server.ts";

const NAME_LIMIT = 80;
const EMAIL_LIMIT = 254;

export const personName = (t: TFunction<"people">) =>
  requiredText(NAME_LIMIT, { missing: t("nameMissing"), tooLong: t("nameTooLong", { count: NAME_LIMIT }) });

/** @param invalid the sentence for what is no address */
export const emailAddress = (invalid: string) => z.string().trim().max(EMAIL_LIMIT, invalid).pipe(z.email(invalid));
