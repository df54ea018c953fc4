/** The one agenda of the day, as a facilitator would have stored it, and what was promised in the workshop before. */
import { randomUUID } from "node:crypto";
import type { Database } from "#db/client.ts";
import { agendaItem, commitment } from "#db/schema/live.ts";
import { roleAssignment } from "#db/schema/organisation.ts";
import { person } from "#db/schema/person.ts";
import { workshop, workshopTable } from "#db/schema/workshop.ts";
import type { AgendaPlan } from "#domain/live/agenda.ts";
import { BOARDS_OVERVIEW } from "#domain/live/indicator.ts";

export const LANES = ["På skolen", "På arbejdspladsen"] as const;
export const TABLES = 8;

/** The question of each item: what every screen shows of it. */
export const ASKED = {
  welcome: "Velkommen til værksted 2",
  since: "Hvordan gik det med det, vi aftalte?",
  figures: "Hvad siger eleverne?",
  talk: "Hvad vil I spørge om?",
  write: "Hvad står i vejen?",
  reveal: "Det skrev vi",
  group: "Hvad hører sammen?",
  voteOne: "Hvad er det største?",
  pause: "Kaffe til kvart over",
  ideas: "Hvad vil vi prøve af?",
  check: "Hvad har vi sammen?",
  gaps: "Hvem bærer mest, og hvad mangler?",
  voteTwo: "Hvad løfter vi sammen?",
  agree: "Hvem gør hvad først?",
  round: "Det går vi hjem og gør",
  checkOut: "Tre ting, før vi går",
} as const;
export type Moment = keyof typeof ASKED;

type Item = Pick<AgendaPlan, "kind" | "title" | "minutes"> & Partial<AgendaPlan>;

const laned = (titles: readonly string[]) => titles.map((title, index) => ({ id: `lane-${index + 1}`, title }));

const ITEMS: Readonly<Record<Moment, Item>> = {
  welcome: { kind: "welcome", title: "Velkomst", minutes: 5 },
  since: { kind: "since-last", title: "Siden sidst", minutes: 10 },
  figures: {
    kind: "framing",
    title: "To kurver",
    minutes: 8,
    indicators: ["spu-paed-godt-samarbejde", "spu-vende-tilbage"],
  },
  talk: { kind: "framing", title: "Oplæg", minutes: 5 },
  write: {
    kind: "silent-writing",
    title: "Skriv hver for sig",
    minutes: 10,
    anonymity: "anonymous",
    lanes: laned(LANES),
  },
  reveal: { kind: "reveal", title: "Vis det skrevne", minutes: 2 },
  group: { kind: "grouping", title: "Saml det, der ligner", minutes: 13, byTable: true },
  voteOne: { kind: "vote", title: "Tre prikker", minutes: 8, voteBudget: 3 },
  pause: { kind: "break", title: "Pause", minutes: 19 },
  ideas: { kind: "ideas", title: "Idéer ved bordene", minutes: 25 },
  check: { kind: "synergy-check", title: "Synergitjek", minutes: 20 },
  gaps: { kind: "framing", title: "Aktører og hvide pletter", minutes: 10, indicators: [BOARDS_OVERVIEW] },
  voteTwo: { kind: "vote", title: "Tre prikker igen", minutes: 10, voteBudget: 3 },
  agree: { kind: "commitments", title: "Aftaler", minutes: 20 },
  round: { kind: "round", title: "Runde", minutes: 8 },
  checkOut: {
    kind: "check-out",
    title: "Tjek-ud",
    minutes: 8,
    anonymity: "municipality",
    reveal: "at-end",
    lanes: laned(["Det tager jeg med", "Det savnede jeg", "Det gør jeg i morgen"]),
  },
};

export const MOMENTS = Object.keys(ITEMS) as readonly Moment[];
export const itemOf = (moment: Moment): string => `item-${moment}`;
export const titleOf = (moment: Moment): string => ITEMS[moment].title;

/** What two kommuner promised last time. */
export const PROMISED = { Billund: "Fælles vikarpulje", Helsingør: "Mentorer på tværs" } as const;
export const CO_FACILITATOR = "Medfacilitator";

/** Stores the agenda, eight tables, earlier promises and a second facilitator. Nobody can join yet. */
export function prepareDay(db: Database, workshopId: string, codeOf: (kommune: string) => string): void {
  const plan = { anonymity: "named", reveal: "by-facilitator", lanes: [] } as const;
  for (const [position, moment] of MOMENTS.entries()) {
    const { lanes = [], ...item } = ITEMS[moment];
    const row = {
      ...plan,
      ...item,
      lanes: [...lanes],
      prompt: ASKED[moment],
      id: itemOf(moment),
      workshopId,
      position,
    };
    db.insert(agendaItem).values(row).run();
  }
  const createdAt = Date.now();
  for (let number = 1; number <= TABLES; number++) {
    db.insert(workshopTable)
      .values({ id: `table-${number}`, workshopId, number, name: "", createdAt })
      .run();
  }
  db.insert(workshop).values({ id: "before", title: "Værksted 1", createdAt }).run();
  for (const [kommune, what] of Object.entries(PROMISED)) {
    const promise = { ownerId: codeOf(kommune), partners: [], firstStep: "Ring rundt", due: "2099-02-01", createdAt };
    db.insert(commitment)
      .values({ id: `earlier-${kommune}`, workshopId: "before", what, ...promise })
      .run();
  }
  addFacilitator(db, workshopId, new Date(createdAt));
}

function addFacilitator(db: Database, workshopId: string, at: Date): void {
  const id = randomUUID();
  const account = { id, name: CO_FACILITATOR, email: "medfacilitator@demo.invalid", introSeenAt: at };
  db.insert(person)
    .values({ ...account, createdAt: at, updatedAt: at })
    .run();
  const role = { id: randomUUID(), personId: id, role: "facilitator", workshopId, createdAt: at.getTime() } as const;
  db.insert(roleAssignment).values(role).run();
}
