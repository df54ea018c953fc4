import { useTranslation } from "#app/text/use-translation.ts";
import { looksLikeCpr } from "#domain/cpr.ts";

/** A warning, never a block: stands in the status line of a field that people write freely in. */
export function PersonalNumberWarning({ text }: { readonly text: string }) {
  const { t } = useTranslation("common");
  return looksLikeCpr(text) ? <p className="mt-1">{t("aboutPeople.number")}</p> : null;
}
