import { expect, test } from "vitest";
import * as Y from "yjs";
import type { RichTextNode } from "#domain/initiative.ts";
import { plainFromRichText, readRichText, richTextFromPlain, writeRichText } from "./rich-text.ts";

const TEXT: RichTextNode[] = [
  {
    type: "paragraph",
    content: [
      { type: "text", text: "Turnus " },
      { type: "text", text: "i", bold: true, italic: true },
      { type: "text", text: " hjemmeplejen", href: "https://example.dk/turnus" },
      { type: "mention", id: "person-1" },
    ],
  },
  {
    type: "bulletList",
    content: [{ type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "punkt" }] }] }],
  },
];

function fragment(): Y.XmlFragment {
  return new Y.Doc().getXmlFragment("description");
}

test("a description comes back as it was written", () => {
  const description = fragment();
  writeRichText(description, TEXT);
  expect(readRichText(description)).toEqual(TEXT);
  expect(plainFromRichText(TEXT)).toBe("Turnus i hjemmeplejen\npunkt");
});

test("elements, marks and addresses that a description may not hold are left out", () => {
  const description = fragment();
  const script = new Y.XmlElement("script");
  const paragraph = new Y.XmlElement("paragraph");
  const text = new Y.XmlText();
  text.insert(0, "klik", { link: { href: "javascript:alert(1)" }, underline: true });
  paragraph.insert(0, [text, new Y.XmlElement("mention")]);
  description.insert(0, [script, paragraph]);
  expect(readRichText(description)).toEqual([{ type: "paragraph", content: [{ type: "text", text: "klik" }] }]);
});

test("pasted lines become paragraphs", () => {
  expect(plainFromRichText(richTextFromPlain("  Først\r\n\r\n så \n"))).toBe("Først\nså");
});
