import { type MarkedWords, segmentsOf } from "#domain/highlight.ts";

/** A text with the words marked that the check rests on; a line under them says so without colour. */
export function MarkedText(words: MarkedWords) {
  let at = 0;
  return segmentsOf(words).map(({ text, isMarked }) => {
    const key = at;
    at += text.length;
    return isMarked ? (
      <mark
        key={key}
        className="rounded-[3px] bg-amber-bright/40 text-inherit underline decoration-amber decoration-dotted underline-offset-3"
      >
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    );
  });
}
