import { expect, test } from "vitest";
import { cleanPastedHtml, cleanPastedText } from "./pasted-text.ts";

test("Word's comments, styles and own elements go", () => {
  const word = "<!--[if gte mso 9]><xml>x</xml><![endif]--><style>p{}</style><p class=MsoNormal>Hej<o:p></o:p></p>";
  expect(cleanPastedHtml(word)).toBe("<p class=MsoNormal>Hej</p>");
});

test("Word's list paragraphs become a list without the drawn bullets", () => {
  const word =
    "<p class=MsoListParagraph style='mso-list:l0'><span>·<span>&nbsp; </span></span>Mentor</p>" +
    "<p class=MsoListParagraph style='mso-list:l0'><span>·<span>&nbsp; </span></span>Makker</p>";
  expect(cleanPastedHtml(word)).toMatch(/^<ul><li>.*Mentor<\/li><li>.*Makker<\/li><\/ul>$/);
});

test("decomposed letters are composed and invisible marks go", () => {
  expect(cleanPastedText("Pa\u030A\u00a0ho\u00adld")).toBe("På hold");
});
