import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { createI18n } from "#app/text/i18n.ts";
import { loadTexts } from "#app/text/load-texts.ts";
import { ACTOR_TYPES } from "#domain/actor.ts";
import { ActorMark } from "./actor-mark.tsx";

test("each type of actor has a shape of its own, and says to the pointer what it is", async () => {
  const i18n = createI18n("da", await loadTexts("da"));
  const marks = ACTOR_TYPES.map((type) =>
    renderToStaticMarkup(
      <I18nextProvider i18n={i18n}>
        <ActorMark type={type} />
      </I18nextProvider>,
    ),
  );
  const shapes = marks.map((mark) => /<svg.*<\/svg>/.exec(mark)?.[0]);
  expect(new Set(shapes).size).toBe(ACTOR_TYPES.length);
  expect(marks[ACTOR_TYPES.indexOf("school")]).toContain('title="Skole"');
});
