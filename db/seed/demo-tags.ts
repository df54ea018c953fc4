/** Whom a demo initiative reaches, and at which link of the chain: only where its text says so, with the words that say it. */
import type { ChainLink } from "#domain/initiative.ts";

export interface SaidTags {
  /** Id of a target group → words of the title or the description. */
  readonly targetGroups?: Readonly<Record<string, string>>;
  readonly chainLinks?: Readonly<Partial<Record<ChainLink, string>>>;
}

export const DEMO_TAGS: Readonly<Record<string, SaidTags>> = {
  d02: { targetGroups: { "grundskole-unge": "8. klasse" }, chainLinks: { awareness: "brobygning" } },
  d07: { targetGroups: { elever: "SOSU-elever" }, chainLinks: { placement: "Oplæringsvejledere" } },
  d08: { chainLinks: { "working-time": "35 timer mandag-torsdag" } },
  d09: { targetGroups: { tosprogede: "tosprogede" }, chainLinks: { placement: "praktikforløb" } },
  d13: { targetGroups: { nyansatte: "nye kolleger" }, chainLinks: { onboarding: "Onboarding" } },
  d14: { chainLinks: { "working-time": "indflydelse på arbejdstiden" } },
  d16: { targetGroups: { tosprogede: "østeuropæere" }, chainLinks: { education: "uddannes til hjælpere" } },
  d18: {
    targetGroups: { "grundskole-unge": "Folkeskoleelever" },
    chainLinks: { awareness: "få flere til at vælge velfærdsuddannelser" },
  },
  d19: { targetGroups: { "grundskole-unge": "6. klasser" } },
  d20: {
    targetGroups: { ledige: "Ledige over 25" },
    chainLinks: { "pre-course": "4 ugers forforløb", education: "voksenelevløn fra grundforløbet" },
  },
  d21: { targetGroups: { ledige: "ledige" }, chainLinks: { "pre-course": "ved hvad de går ind til" } },
  d25: { targetGroups: { elever: "SOSU-elever" }, chainLinks: { placement: "Mere støtte til den enkelte" } },
  d27: { targetGroups: { deltidsansatte: "deltidsansatte" }, chainLinks: { "working-time": "37 timer" } },
  d28: { targetGroups: { seniorer: "Seniorer" }, chainLinks: { retention: "bliver lidt længere" } },
  d29: { targetGroups: { elever: "Elevløn" }, chainLinks: { education: "hele SOSU-uddannelsen" } },
  d30: { targetGroups: { elever: "eleverne" }, chainLinks: { education: "grundforløb 2" } },
  d31: {
    targetGroups: { tosprogede: "flygtningekvinder" },
    chainLinks: { "pre-course": "så de bagefter kan søge ind på SOSU-skolen" },
  },
  d32: {
    targetGroups: { tosprogede: "flersprogede" },
    chainLinks: { "pre-course": "vil i gang med en SOSU-uddannelse" },
  },
  d33: { targetGroups: { ledige: "ledige" }, chainLinks: { "pre-course": "inden de vælger uddannelse" } },
  d34: { targetGroups: { ledere: "planlæggere og ledere" }, chainLinks: { "working-time": "vagtplan" } },
  d36: { targetGroups: { internationale: "Iranske sygeplejersker" }, chainLinks: { employment: "ansættes" } },
  d37: { targetGroups: { nyansatte: "Alle nye" }, chainLinks: { onboarding: "velkomstbrev" } },
  d40: { targetGroups: { elever: "SOSU-eleverne" }, chainLinks: { education: "grundforløbet" } },
  d48: { targetGroups: { maend: "mænd til plejen" } },
  d50: {
    targetGroups: { "grundskole-unge": "8./9.-klasse" },
    chainLinks: { awareness: "får blik for andet end gymnasiet" },
  },
  d51: { targetGroups: { elever: "Sygeplejestuderende" } },
  d52: { targetGroups: { "grundskole-unge": "7. klasse" }, chainLinks: { awareness: "fortæller om faget" } },
  d53: { targetGroups: { tosprogede: "tosprogede" }, chainLinks: { "pre-course": "før SOSU-udd" } },
  d54: { targetGroups: { tosprogede: "tosprogede", ledige: "Ledige", brancheskift: "brancheskiftere" } },
  d56: { chainLinks: { "working-time": "fra deltid til fuldtid" } },
  d58: { chainLinks: { "working-time": "35 timer man-tors" } },
  d59: { targetGroups: { nyansatte: "nye medarbejdere" } },
  d60: { targetGroups: { maend: "mænd til at søge plejen" }, chainLinks: { awareness: "Informationsture" } },
  d62: { targetGroups: { elever: "sygeplejestuderende" } },
};
