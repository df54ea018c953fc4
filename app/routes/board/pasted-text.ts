/** Text pasted into a description: what Word and web pages wrap around it goes, lists stay lists. */

const REMOVED =
  /<!--[\s\S]*?-->|<(style|script|xml|title)\b[\s\S]*?<\/\1>|<\/?(?:o|w|v|m|st1):[^>]*>|<(?:meta|link|img)\b[^>]*>/gi;

/** Word writes a list as paragraphs with a drawn bullet; `mso-list` marks them. */
const WORD_LIST_ITEM = /<p\b[^>]*(?:mso-list|MsoListParagraph)[^>]*>([\s\S]*?)<\/p>/gi;
const DRAWN_BULLET = /^(?:\s|&nbsp;|<[^>]+>)*(?:[·•§o–-]|\d{1,3}[.)])(?:\s|&nbsp;|<[^>]+>)+/i;
const LIST_RUN = /(?:<li>[\s\S]*?<\/li>\s*)+/g;

export function cleanPastedHtml(html: string): string {
  const bare = html.replace(REMOVED, "");
  if (!/mso-list|MsoListParagraph/i.test(bare)) return bare.normalize("NFC");
  return bare
    .replace(WORD_LIST_ITEM, (_, item: string) => `<li>${item.replace(DRAWN_BULLET, "")}</li>`)
    .replace(LIST_RUN, (items) => `<ul>${items}</ul>`)
    .normalize("NFC");
}

/** Plain text: composed letters, and none of the invisible marks that come along from Word and PDF. */
export const cleanPastedText = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\u00ad\u200b\ufeff]/g, "")
    .replaceAll("\u00a0", " ");
