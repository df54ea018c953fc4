import type { FindingKind } from "#domain/finding.ts";
import { type MarkedWords, segmentsOf } from "#domain/highlight.ts";
import { classNames } from "./class-names.ts";
import { KIND_TONES } from "./kind-badge.tsx";

export interface MarkedTextProps extends MarkedWords {
  /** Of the finding that rests on the words. */
  readonly kind: FindingKind;
}

/** A text with the words marked that the check rests on; a line under them says so without colour. */
export function MarkedText({ kind, ...words }: MarkedTextProps) {
  let at = 0;
  return segmentsOf(words).map(({ text, isMarked }) => {
    const key = at;
    at += text.length;
    return isMarked ? (
      <mark
        key={key}
        className={classNames(
          "-mx-0.5 rounded-[3px] px-0.5 text-inherit underline decoration-dotted underline-offset-3",
          KIND_TONES[kind].mark,
        )}
      >
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    );
  });
}
