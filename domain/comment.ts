/** What people say to each other about an initiative. Mentions are kept by id; names are put in where they are shown. */

export const COMMENT_LIMIT = 4_000;

export const MENTION_KINDS = ["person", "organisation"] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];

/** Somebody who may be called by "@". */
export interface Mentionable {
  readonly kind: MentionKind;
  readonly id: string;
  readonly name: string;
}

export type CommentPart =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "mention"; readonly kind: MentionKind; readonly id: string };

/** As `CommentPart`, with names in the place of ids. */
export type NamedPart =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "mention"; readonly kind: MentionKind; readonly name: string };

/** Why somebody is told of a comment; the first that fits. */
export const NOTICE_REASONS = ["mention", "organisation-mention", "reply", "own-board"] as const;
export type NoticeReason = (typeof NOTICE_REASONS)[number];

const STORED = /@\[(person|organisation):([A-Za-z0-9_-]{1,64})\]/g;

/** "@Holbæk" as somebody writes it becomes "@[organisation:0316]"; of two names that fit, the longer one is meant. */
export function storeMentions(written: string, mentionables: readonly Mentionable[]): string {
  const byLength = [...mentionables].sort((a, b) => b.name.length - a.name.length);
  const lower = written.toLowerCase();
  let stored = "";
  let at = 0;
  while (at < written.length) {
    const named = written[at] === "@" ? byLength.find(({ name }) => stands(lower, at + 1, name)) : undefined;
    stored += named === undefined ? written[at] : `@[${named.kind}:${named.id}]`;
    at += named === undefined ? 1 : 1 + named.name.length;
  }
  return stored;
}

/** The whole name stands there: "@Vejlefjord" is not Vejle. */
function stands(lower: string, at: number, name: string): boolean {
  const end = at + name.length;
  return lower.startsWith(name.toLowerCase(), at) && !/^[\p{L}\p{N}]/u.test(lower.slice(end, end + 2));
}

/** A stored comment as text and mentions, in order. */
export function commentParts(stored: string): CommentPart[] {
  const parts: CommentPart[] = [];
  let end = 0;
  for (const match of stored.matchAll(STORED)) {
    if (match.index > end) parts.push({ type: "text", text: stored.slice(end, match.index) });
    parts.push({ type: "mention", kind: match[1] as MentionKind, id: match[2] as string });
    end = match.index + match[0].length;
  }
  if (end < stored.length) parts.push({ type: "text", text: stored.slice(end) });
  return parts;
}

/** How a mention is found among names. */
export const mentionKey = ({ kind, id }: Pick<Mentionable, "kind" | "id">): string => `${kind}:${id}`;

/** A stored comment as it is shown; somebody who is gone stands without a name. */
export const namedParts = (stored: string, names: ReadonlyMap<string, string>): NamedPart[] =>
  commentParts(stored).map((part) =>
    part.type === "text" ? part : { type: "mention", kind: part.kind, name: names.get(mentionKey(part)) ?? "…" },
  );

export interface CommentCircle {
  readonly authorId: string;
  /** Members per organisation id. */
  readonly membersOf: (organisationId: string) => readonly string[];
  /** Those who have written in the thread. */
  readonly threadPeople: readonly string[];
  /** The kommune on whose board it is written. */
  readonly boardOrganisationId: string;
}

/** Who is to be told of a comment, and why. Colleagues on one's own board see it there and are not told of each. */
export function noticesFor(parts: readonly CommentPart[], circle: CommentCircle): ReadonlyMap<string, NoticeReason> {
  const { authorId, membersOf, threadPeople, boardOrganisationId } = circle;
  const called = (kind: MentionKind) =>
    parts.flatMap((part) => (part.type === "mention" && part.kind === kind ? [part.id] : []));
  const home = membersOf(boardOrganisationId);
  const told: Readonly<Record<NoticeReason, readonly string[]>> = {
    mention: called("person"),
    "organisation-mention": called("organisation").flatMap(membersOf),
    reply: threadPeople,
    "own-board": home.includes(authorId) ? [] : home,
  };
  const notices = new Map<string, NoticeReason>();
  for (const reason of NOTICE_REASONS) {
    for (const personId of told[reason]) if (!notices.has(personId)) notices.set(personId, reason);
  }
  notices.delete(authorId);
  return notices;
}
