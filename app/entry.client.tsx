import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { PageFactsProvider } from "./page-context.tsx";
import { createI18n } from "./text/i18n.ts";
import { loadTexts } from "./text/load-texts.ts";
import { FIRST_LANGUAGE, isLanguage } from "./text/texts.ts";

async function hydrate(): Promise<void> {
  const { lang } = document.documentElement;
  const language = isLanguage(lang) ? lang : FIRST_LANGUAGE;
  const i18n = createI18n(language, await loadTexts(language));
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <PageFactsProvider value={{ nonce: "" }}>
          <I18nextProvider i18n={i18n}>
            <RemixBrowser />
          </I18nextProvider>
        </PageFactsProvider>
      </StrictMode>,
    );
  });
}

void hydrate();
