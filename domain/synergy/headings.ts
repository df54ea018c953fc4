/** Texts that are filled into a form: what stands under "Målgruppe:" or "Formål:" is about that (SPEC.md F5). */
import type { Token } from "./normalise.ts";

/** What a sentence tells: whom it is for, what is done, what it is hoped to lead to – or, without a heading, all of it. */
export type Topic = "people" | "content" | "purpose" | null;

const HEADINGS: Readonly<Record<string, Exclude<Topic, null>>> = {
  ...topicOf("people", "målgruppe målgruppen målgr målgrupper deltagere deltagerkreds"),
  ...topicOf(
    "content",
    "indhold aktivitet aktiviteter metode indsats indsatsen beskrivelse tiltag løsning projektbeskrivelse",
  ),
  ...topicOf(
    "purpose",
    "formål formålet mål målet baggrund problem problemet udfordring udfordringen succeskriterie succeskriterier succeskriterium effekt effektmål effekter forventet måltal vision sigte økonomi finansiering budget evaluering resultat resultater",
  ),
};

function topicOf(topic: Exclude<Topic, null>, words: string): Record<string, Exclude<Topic, null>> {
  return Object.fromEntries(words.split(" ").map((word) => [word, topic]));
}

/** A heading stands alone: "Forventet effekt". */
const HEADING_LENGTH = 2;

/** For each sentence its place among those that say something, from 0, and its topic; -1 for a heading. */
export interface SentenceRole {
  readonly place: number;
  readonly topic: Topic;
}

export function sentenceRoles(tokens: readonly Token[]): readonly SentenceRole[] {
  const roles: SentenceRole[] = [];
  let topic: Topic = null;
  let place = 0;
  for (let from = 0; from < tokens.length; ) {
    let to = from + 1;
    while (to < tokens.length && tokens[to]?.sentence === tokens[from]?.sentence) to += 1;
    const heading = to < tokens.length && to - from <= HEADING_LENGTH ? HEADINGS[tokens[from]?.text ?? ""] : undefined;
    roles.push(heading === undefined ? { place, topic } : { place: -1, topic: null });
    if (heading === undefined) place += 1;
    topic = heading ?? null;
    from = to;
  }
  return roles;
}
