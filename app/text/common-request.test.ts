import { expect, test } from "vitest";
import { i18nOf } from "#app/text/i18n.server.ts";
import { type CommonRequest, commonRequestLetter, commonRequestOf } from "./common-request.ts";
import type { Language } from "./texts.ts";

const REQUEST: CommonRequest = {
  name: "SOSU H",
  municipalities: [
    { name: "Billund", uses: [{ title: "Lommepengejob for unge", status: "idea" }] },
    {
      name: "Holbæk",
      uses: [
        { title: "Fritidsjob på plejehjem", status: "running" },
        { title: "Sprogmakkere", status: "trial" },
      ],
    },
  ],
};

const letter = (language: Language): string =>
  commonRequestLetter(REQUEST, {
    t: i18nOf(language).getFixedT(null, "actors"),
    word: i18nOf(language).getFixedT(null, "vocabulary"),
    format: { list: (words) => words.join(" + ") },
  });

test("a common request says what each kommune wants to talk about, and is from all of them", () => {
  const lines = letter("da").split("\n");
  expect(lines[0]).toBe("Kære SOSU H");
  expect(lines).toEqual(
    expect.arrayContaining(["Billund", "– Lommepengejob for unge (Idé)", "– Sprogmakkere (Afprøves)"]),
  );
  expect(lines.indexOf("– Fritidsjob på plejehjem (I drift)")).toBe(lines.indexOf("Holbæk") + 1);
  expect(lines.at(-1)).toBe("Billund + Holbæk");
});

test("it is there in English too, and nothing of it is missing a word", () => {
  expect(letter("en")).toContain("Dear SOSU H");
  for (const language of ["da", "en"] as const) expect(letter(language)).not.toMatch(/request\.|{{/);
});

test("there is one from three kommuner on, and what is finished asks for nothing", () => {
  const varde = (status: "running" | "finished" | "abandoned") =>
    commonRequestOf({
      ...REQUEST,
      municipalities: [...REQUEST.municipalities, { name: "Varde", uses: [{ title: "Mentorer", status }] }],
    });
  expect(commonRequestOf(REQUEST)).toBeNull();
  expect(varde("running")?.municipalities.map(({ name }) => name)).toEqual(["Billund", "Holbæk", "Varde"]);
  expect(varde("finished")).toBeNull();
  expect(varde("abandoned")).toBeNull();
});
