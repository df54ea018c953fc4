import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { DESCRIPTION_LIMIT } from "#domain/initiative.ts";

export interface LengthLimitOptions {
  /** Something was typed or pasted that does not fit; `length` is what the description would have been, in UTF-16 units. */
  readonly onRefused: (length: number) => void;
}

/**
 * Leaves out what a person adds beyond the limit, so that the page never sends what the server refuses. What others wrote
 * always comes in, and a description that is too long already can be shortened.
 */
export const LengthLimit = Extension.create<LengthLimitOptions>({
  name: "lengthLimit",
  addOptions: () => ({ onRefused: () => undefined }),
  addProseMirrorPlugins() {
    const { onRefused } = this.options;
    return [
      new Plugin({
        filterTransaction(transaction, state) {
          if (!transaction.docChanged || transaction.getMeta("y-sync$") !== undefined) return true;
          const length = transaction.doc.textContent.length;
          if (length <= DESCRIPTION_LIMIT || length <= state.doc.textContent.length) return true;
          onRefused(length);
          return false;
        },
      }),
    ];
  },
});
