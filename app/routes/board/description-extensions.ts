import { Extension, type Extensions, Node } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { Collaboration } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { Document } from "@tiptap/extension-document";
import { Italic } from "@tiptap/extension-italic";
import { Link } from "@tiptap/extension-link";
import { BulletList, ListItem, ListKeymap, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { isLinkAddress } from "#domain/board-doc/schema.ts";
import { LengthLimit, type LengthLimitOptions } from "./length-limit.ts";
import { OwnCaret } from "./own-caret.ts";

/** The document takes an address and nothing else of a link. */
const PlainLink = Link.extend({
  addAttributes() {
    return { href: { default: null } };
  },
}).configure({
  openOnClick: false,
  autolink: true,
  linkOnPaste: true,
  defaultProtocol: "https",
  isAllowedUri: (address) => isLinkAddress(address),
});

/** Lists count from one. */
const PlainOrderedList = OrderedList.extend({ addAttributes: () => ({}) });

/** A mention that an earlier version or another client wrote is kept as it is. */
const KeptMention = Node.create({
  name: "mention",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({ id: { default: null } }),
  parseHTML: () => [{ tag: "span[data-mention]" }],
  renderHTML: () => ["span", { "data-mention": "" }],
});

/** Line breaks inside a paragraph are no part of a description: Shift Enter begins a paragraph like Enter does. */
const NoLineBreak = Extension.create({
  name: "noLineBreak",
  addKeyboardShortcuts() {
    return { "Shift-Enter": () => this.editor.commands.splitBlock() };
  },
});

interface CaretUser {
  readonly name?: unknown;
  readonly colour?: unknown;
}

const colourOf = ({ colour }: CaretUser): string =>
  typeof colour === "string" && /^#[0-9a-f]{6}$/i.test(colour) ? colour : "#55636b";

/** A caret with its owner's name, built as elements: names are text. */
function renderCaret(user: CaretUser): HTMLElement {
  const caret = document.createElement("span");
  caret.className = "pointer-events-none relative -mx-px border-l-2";
  caret.style.borderColor = colourOf(user);
  const label = document.createElement("span");
  label.className =
    "absolute -top-[1.4em] -left-0.5 select-none whitespace-nowrap rounded-sm rounded-bl-none px-1 font-semibold text-[11px]/4 text-white";
  label.style.backgroundColor = colourOf(user);
  label.textContent = typeof user.name === "string" ? user.name : "";
  caret.append(label);
  return caret;
}

export interface DescriptionBinding extends LengthLimitOptions {
  readonly fragment: Y.XmlFragment;
  readonly awareness: Awareness;
}

/** What a description may hold and how long it may be, bound to its fragment and with the others' carets. */
export const descriptionExtensions = ({ fragment, awareness, onRefused }: DescriptionBinding): Extensions => [
  Document,
  Paragraph,
  Text,
  Bold,
  Italic,
  BulletList,
  PlainOrderedList,
  ListItem,
  ListKeymap,
  PlainLink,
  KeptMention,
  NoLineBreak,
  LengthLimit.configure({ onRefused }),
  OwnCaret.configure({ doc: fragment.doc }),
  Collaboration.configure({ fragment }),
  CollaborationCaret.configure({
    provider: { awareness },
    // The server stamps who one is; nothing is claimed here.
    user: awareness.getLocalState()?.user ?? {},
    render: renderCaret,
    selectionRender: (user: CaretUser) => ({
      style: `background-color: ${colourOf(user)}33`,
      class: "collab-selection",
    }),
  }),
];
