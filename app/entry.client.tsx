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
  const [texts] = await Promise.all([loadTexts(language), readServerState()]);
  const i18n = createI18n(language, texts);
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

/**
 * The first call of Remix's root begins to read what the server sent along, and throws the promise of it. Within React that
 * would suspend the whole page, and a key pressed just then makes React 18 give it up with its error 345, "Root did not complete".
 */
async function readServerState(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (reading) {
    if (!(reading instanceof Promise)) throw reading;
    await reading;
  }
}

void hydrate();
