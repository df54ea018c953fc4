/**
 * Reasons as they are stored: half of what JSON makes of them. Most of a reason is the places that it rests on, and a
 * country has a million reasons.
 */
import type { Evidence, Reason } from "./finding.ts";

/** What one reason takes in the list: its code, weight, params, and its places in both initiatives. */
const ENTRY = 5;
type Written = string | number | Reason["params"];

/** Nearly every place is in one of these. */
const SHORT_NAMES: Readonly<Record<string, string>> = { title: "t", description: "d" };
const LONG_NAMES: Readonly<Record<string, string>> = { t: "title", d: "description" };

function writtenEvidence(evidence: readonly Evidence[]): string {
  let text = "";
  for (const [field, from, to] of evidence) {
    if (text !== "") text += " ";
    text += `${SHORT_NAMES[field] ?? field}:${from}-${to}`;
  }
  return text;
}

function readEvidence(text: string): Evidence[] {
  if (text === "") return [];
  return text.split(" ").map((place) => {
    const [field = "", stretch = ""] = place.split(":");
    const [from, to] = stretch.split("-");
    return [LONG_NAMES[field] ?? field, Number(from), Number(to)];
  });
}

export function writeReasons(reasons: readonly Reason[]): string {
  const list: Written[] = [];
  for (const { code, weight, params, a, b } of reasons) {
    list.push(code, weight, params, writtenEvidence(a), writtenEvidence(b));
  }
  return JSON.stringify(list);
}

/** Findings that were stored by an earlier version and are outdated since have theirs as plain JSON. */
const isPlain = (list: readonly Written[] | readonly Reason[]): list is readonly Reason[] =>
  typeof list[0] === "object";

export function readReasons(text: string): Reason[] {
  const list = JSON.parse(text) as readonly Written[] | readonly Reason[];
  if (isPlain(list)) return [...list];
  const reasons: Reason[] = [];
  for (let at = 0; at < list.length; at += ENTRY) {
    const [code, weight, params, a, b] = list.slice(at, at + ENTRY) as [
      string,
      number,
      Reason["params"],
      string,
      string,
    ];
    reasons.push({ code, weight, params, a: readEvidence(a), b: readEvidence(b) });
  }
  return reasons;
}
