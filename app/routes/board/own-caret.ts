import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { yCursorPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";

export interface OwnCaretOptions {
  readonly doc: Y.Doc | null;
}

/**
 * The editor learns where its caret is from `selectionchange`, which the browser sends after the caret has moved: on a
 * busy computer long after. What others write or point at in between is painted with the place that the editor knows, and
 * the caret jumps back to it. So the editor is told before anything of theirs is painted.
 */
export const OwnCaret = Extension.create<OwnCaretOptions>({
  name: "ownCaret",
  // Before the binding to the document, which remembers the caret when a change begins and puts it back when it ends.
  priority: 2000,
  addOptions: () => ({ doc: null }),
  addProseMirrorPlugins() {
    const { doc } = this.options;
    return [
      new Plugin({
        view(view) {
          const settle = () => tellWhereTheCaretIs(view.dom);
          doc?.on("beforeAllTransactions", settle);
          return { destroy: () => doc?.off("beforeAllTransactions", settle) };
        },
      }),
    ];
  },
  dispatchTransaction({ transaction, next }) {
    const others: unknown = transaction.getMeta(yCursorPluginKey);
    if (others === undefined) return next(transaction);
    tellWhereTheCaretIs(this.editor.view.dom);
    next(this.editor.state.tr.setMeta(yCursorPluginKey, others));
  },
});

function tellWhereTheCaretIs(field: HTMLElement): void {
  if (document.activeElement === field) document.dispatchEvent(new Event("selectionchange"));
}
