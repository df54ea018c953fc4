import type da from "../da/overview.ts";
import type { Texts } from "../texts.ts";

export default {
  title: "My overview",
  greeting: {
    night: "Hello",
    morning: "Good morning",
    day: "Good afternoon",
    evening: "Good evening",
  },
  below: "{{who}} · {{date}}",
  waiting: {
    heading: "Waiting for your answer",
    count_one: "{{count}} finding",
    count_other: "{{count}} findings",
    none: "Nothing waits for you right now.",
    noneYet: "When the check finds something between your initiatives and others', it stands here.",
    relation: {
      overlap: "Overlap with {{organisation}}",
      "learn-from": "Learn from {{organisation}}",
      teach: "{{organisation}} can learn from you",
      "shared-actor": "Shared actor with {{organisation}}",
      complementary: "A link of one chain with {{organisation}}",
      within: "Within your own municipality",
    },
    theyAnswered: "they answered «{{answer}}»",
    changed: "changed since you answered",
    answer: "Answer",
    answerTo: "Answer «{{own}}» and «{{other}}»",
    all_one: "See the one that lacks an answer in “{{workshop}}”",
    all_other: "See all {{count}} that lack an answer in “{{workshop}}”",
    allOutside_one: "See the one that lacks an answer between “{{workshop}}” and others",
    allOutside_other: "See all {{count}} that lack an answer between “{{workshop}}” and others",
  },
  board: {
    heading: "Your board",
    headingIn: "The board of {{organisation}}",
    open: "Open the board",
    openIn: "Open the board in {{workshop}}",
    initiatives_one: "initiative",
    initiatives_other: "initiatives",
    actors_one: "actor",
    actors_other: "actors",
    overlap: "overlap",
    synergies_one: "synergy",
    synergies_other: "synergies",
    empty: "The board is empty. Write the first initiative, or paste a list.",
  },
  next: {
    heading: "Next workshop",
    latest: "Your workshop",
    kommuner_one: "{{count}} municipality",
    kommuner_other: "{{count}} municipalities",
    open: "Open the workshop",
  },
  answers: {
    heading: "Answers from the others",
    line: "<b>{{organisation}}</b> answered «{{answer}}» about «{{title}}»",
    fresh: "new",
  },
  found: {
    heading: "New findings on your cards",
    line: "{{relation}}: «{{own}}» and «{{other}}»",
  },
  others: {
    heading: "News from others",
    line: "<b>{{organisation}}</b> described «{{title}}»",
  },
  workshops: {
    heading: "My workshops",
    all: "All workshops",
  },
  start: {
    heading: "Welcome to Sammenspil",
    noRole: "You have no role yet. Ask an administrator of your organisation for an invitation.",
    systemAdmin:
      "Begin by adding organisations, and then invite a facilitator and the administrators of the municipalities.",
    organisations: "Go to organisations",
    facilitator: "Make a workshop, and invite the municipalities to it.",
    workshops: "Go to workshops",
    member: "You are not in a workshop yet. When a facilitator invites you, you get a board here.",
  },
} satisfies Texts<typeof da>;
