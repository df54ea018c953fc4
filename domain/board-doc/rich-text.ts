/**
 * A description between its two forms: the Y.XmlFragment that the editor binds to, and plain nodes for everyone who only
 * reads. Element and mark names are the editor's (TipTap).
 */
import * as Y from "yjs";
import type { RichTextBlock, RichTextNode, RichTextRun } from "#domain/initiative.ts";
import { isId, isLinkAddress } from "./schema.ts";

export const BLOCKS = ["paragraph", "bulletList", "orderedList", "listItem"] as const;
export const MENTION = "mention";
export const MARKS = ["bold", "italic", "link"] as const;

/** Deeper lists than this are nobody's text. */
export const MAX_DEPTH = 20;

const isBlock = (name: string): name is RichTextBlock["type"] => (BLOCKS as readonly string[]).includes(name);

interface Delta {
  readonly insert: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

function runOf({ insert, attributes = {} }: Delta): RichTextRun | null {
  if (typeof insert !== "string" || insert === "") return null;
  const link = attributes.link;
  const href = typeof link === "object" && link !== null ? (link as Record<string, unknown>).href : undefined;
  return {
    type: "text",
    text: insert,
    ...(attributes.bold ? { bold: true as const } : {}),
    ...(attributes.italic ? { italic: true as const } : {}),
    ...(isLinkAddress(href) ? { href } : {}),
  };
}

function nodesOf(node: unknown, depth: number): RichTextNode[] {
  if (node instanceof Y.XmlText) {
    return (node.toDelta() as Delta[]).map(runOf).filter((run): run is RichTextRun => run !== null);
  }
  if (!(node instanceof Y.XmlElement)) return [];
  if (node.nodeName === MENTION) {
    const id: unknown = node.getAttribute("id");
    return isId(id) ? [{ type: "mention", id }] : [];
  }
  if (!isBlock(node.nodeName) || depth >= MAX_DEPTH) return [];
  return [{ type: node.nodeName, content: node.toArray().flatMap((child) => nodesOf(child, depth + 1)) }];
}

/** Reads a description; what a description may not hold is left out. */
export function readRichText(fragment: Y.XmlFragment): RichTextNode[] {
  return fragment.toArray().flatMap((child) => nodesOf(child, 0));
}

const marksOf = ({ bold, italic, href }: RichTextRun): Record<string, object> => ({
  ...(bold ? { bold: {} } : {}),
  ...(italic ? { italic: {} } : {}),
  ...(href === undefined ? {} : { link: { href } }),
});

/** Children for an element: neighbouring runs share one Y.XmlText, as the editor has it. */
function childrenFor(nodes: readonly RichTextNode[]): (Y.XmlElement | Y.XmlText)[] {
  const children: (Y.XmlElement | Y.XmlText)[] = [];
  let text: Y.XmlText | null = null;
  let length = 0;
  for (const node of nodes) {
    if (node.type !== "text") {
      children.push(elementFor(node));
      text = null;
      continue;
    }
    if (text === null) {
      text = new Y.XmlText();
      length = 0;
      children.push(text);
    }
    text.insert(length, node.text, marksOf(node));
    length += node.text.length;
  }
  return children;
}

function elementFor(node: Exclude<RichTextNode, RichTextRun>): Y.XmlElement {
  const element = new Y.XmlElement(node.type);
  if (node.type === "mention") element.setAttribute("id", node.id);
  else element.insert(0, childrenFor(node.content));
  return element;
}

/** Writes nodes at the start of a description, before what stands there. */
export function writeRichText(fragment: Y.XmlFragment, nodes: readonly RichTextNode[]): void {
  fragment.insert(0, childrenFor(nodes));
}

/** One paragraph per line; lines without text are left out. */
export function richTextFromPlain(text: string): RichTextNode[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => ({ type: "paragraph", content: [{ type: "text", text: line }] }));
}

function linesOf(nodes: readonly RichTextNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === "text" || node.type === "mention") return [];
    if (node.type !== "paragraph") return linesOf(node.content);
    return [node.content.map((child) => (child.type === "text" ? child.text : "")).join("")];
  });
}

/** The text alone; blocks are separated by a line break. */
export const plainFromRichText = (nodes: readonly RichTextNode[]): string => linesOf(nodes).join("\n").trim();
