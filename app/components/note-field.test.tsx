import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { i18nOf } from "#app/text/i18n.server.ts";
import { NoteField } from "./note-field.tsx";

const painted = (text: string) =>
  renderToStaticMarkup(
    <I18nextProvider i18n={i18nOf("da")}>
      <NoteField label="Note" hint="Den anden kommune kan læse den." defaultValue={text} rows={2} />
    </I18nextProvider>,
  );

test("a field for sentences says what does not belong in it", () => {
  expect(painted("")).toContain("Den anden kommune kan læse den. Skriv ikke om enkelte borgere eller medarbejdere.");
});

test("what looks like a personal number is warned of, and nothing else", () => {
  expect(painted("Ring til 010190-1234")).toContain("CPR-nummer");
  expect(painted("Ring til 33 70 33 70")).not.toContain("CPR-nummer");
});
