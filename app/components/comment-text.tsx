import type { NamedPart } from "#domain/comment.ts";

/** A comment's words, with those who are called standing out. */
export function CommentText({ parts }: { readonly parts: readonly NamedPart[] }) {
  return (
    <p className="whitespace-pre-line wrap-anywhere">
      {parts.map((part, index) =>
        part.type === "text" ? (
          part.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text's parts have no other name than their place
          <span key={index} className="font-semibold text-primary">
            @{part.name}
          </span>
        ),
      )}
    </p>
  );
}
