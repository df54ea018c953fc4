import { Form, Link, useLocation } from "@remix-run/react";
import { LANGUAGES } from "#app/text/texts.ts";
import { useTranslation } from "#app/text/use-translation.ts";

/** What the law and good manners want on every page. */
export function PageFooter() {
  const { t, i18n } = useTranslation("common");
  const { pathname, search } = useLocation();
  const other = LANGUAGES.find((language) => language !== i18n.language) ?? "en";
  return (
    <footer className="mt-auto flex flex-wrap items-center gap-x-5 gap-y-1 border-t border-line px-4 py-3 text-xs/5 text-muted sm:px-6 print:hidden">
      <Link to="/was" className="link">
        {t("footer.accessibility")}
      </Link>
      <Link to="/privacy" className="link">
        {t("footer.privacy")}
      </Link>
      <Link to="/check" className="link">
        {t("footer.check")}
      </Link>
      <Form method="post" action="/language" reloadDocument>
        <input type="hidden" name="returnTo" value={pathname + search} />
        <button type="submit" name="language" value={other} lang={other} className="link min-h-6">
          {t("footer.language")}
        </button>
      </Form>
      <span className="max-w-full">{t("footer.sources")}</span>
    </footer>
  );
}
