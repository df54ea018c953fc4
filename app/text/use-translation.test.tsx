import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { i18nOf } from "./i18n.server.ts";
import type { Language } from "./texts.ts";
import { useTranslation } from "./use-translation.ts";

const given: unknown[] = [];

function Words() {
  const { t, i18n } = useTranslation();
  const { t: either } = useTranslation(["workshop", "vocabulary"]);
  given.push(t);
  return (
    <p lang={i18n.language}>
      {t("skipToContent")} · {either("vocabulary:lane.idea")}
    </p>
  );
}

const rendered = (language: Language) =>
  renderToStaticMarkup(
    <I18nextProvider i18n={i18nOf(language)}>
      <Words />
      <Words />
    </I18nextProvider>,
  );

test("texts come in the page's language, from the namespaces that were asked for", () => {
  const { common, vocabulary } = i18nOf("da").getDataByLanguage("da") as unknown as {
    common: { skipToContent: string };
    vocabulary: { lane: { idea: string } };
  };
  const word = `<p lang="da">${common.skipToContent} · ${vocabulary.lane.idea}</p>`;
  expect(rendered("da")).toBe(word + word);
  expect(rendered("en")).toContain('<p lang="en">');
});

test("every component gets the same function, so that what is made of it need not be made anew", () => {
  given.length = 0;
  rendered("da");
  rendered("da");
  expect(new Set(given).size).toBe(1);
});
