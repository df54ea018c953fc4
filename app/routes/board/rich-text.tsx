import type { ReactNode } from "react";
import type { RichTextBlock, RichTextNode, RichTextRun } from "#domain/initiative.ts";

/** A description as it reads: elements only, so that no text can become markup. */
export function RichText({ nodes }: { readonly nodes: readonly RichTextNode[] }): ReactNode {
  return nodes.map((node, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the nodes have no identity but their place
    return <Node key={index} node={node} />;
  });
}

function Node({ node }: { readonly node: RichTextNode }) {
  if (node.type === "text") return <Run run={node} />;
  if (node.type === "mention") return null;
  return <Block block={node} />;
}

function Run({ run: { text, bold, italic, href } }: { readonly run: RichTextRun }) {
  let content: ReactNode = text;
  if (bold) content = <strong>{content}</strong>;
  if (italic) content = <em>{content}</em>;
  if (href === undefined) return content;
  return (
    <a href={href} className="link" rel="noreferrer" target={href.startsWith("mailto:") ? undefined : "_blank"}>
      {content}
    </a>
  );
}

const TAGS = { paragraph: "p", bulletList: "ul", orderedList: "ol", listItem: "li" } as const;

function Block({ block: { type, content } }: { readonly block: RichTextBlock }) {
  const Tag = TAGS[type];
  return <Tag>{content.length === 0 && type === "paragraph" ? <br /> : <RichText nodes={content} />}</Tag>;
}

/** Looks shared with the editor, so that nothing moves when it takes over. */
export const richTextClass =
  "text-sm/[21px] [overflow-wrap:anywhere] [&_li]:ml-5 [&_ol]:list-decimal [&_p+p]:mt-2 [&_p+ul]:mt-2 [&_p+ol]:mt-2 [&_ul+p]:mt-2 [&_ol+p]:mt-2 [&_ul]:list-disc [&_li_p]:mt-0";
