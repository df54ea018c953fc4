import type da from "../da/about.ts";
import type { Texts } from "../texts.ts";

export default {
  accessibility: {
    heading: "Accessibility statement",
    intro:
      "Sammenspil is made to be used by everybody who works together at a board. We follow WCAG 2.2, levels A and AA.",
    how: "How it is meant to work",
    howItems: {
      keyboard:
        "Everything can be done with the keyboard alone. Cards are moved by the arrow keys or by the menu «Move to …».",
      changes: "When others change something, it is read aloud without your losing your place.",
      colour: "Colour never stands alone; there is always a word or a sign, too.",
      zoom: "The pages work at a width of 320 pixels and at 200 per cent text.",
      motion: "If you asked for less motion, everything stands still.",
      noScript: "The board can be read without JavaScript.",
    },
    limits: "Known limits",
    limitItems: {
      network: "The network of actors on the page Compare is a drawing. The table beside it shows the same.",
      editor:
        "In the description the others' carets are for the eye only. Who is writing is read aloud for the whole card.",
      test: "The pages were checked by automatic tests and by keyboard, not yet by users of screen readers.",
    },
    contact: "Did you find something that does not work?",
    contactText:
      "Write or call your administrator, or the authority that runs this installation. Whoever runs it can set the address of their own statement, which is then shown instead of this page.",
    updated: "Last updated 22 November 2026.",
  },
  privacy: {
    heading: "Privacy",
    intro:
      "Sammenspil is for work between municipalities. It keeps as little about people as possible, and nothing is sent to others.",
    stored: "What is kept about you",
    storedItems: {
      account: "Your name, your e-mail, your organisation and your roles.",
      sessions: "Where you are signed in: the browser's name and times, until you sign out, and for 7 days at most.",
      changes: "Who changed what on a board, and when; and who answered a finding.",
      log: "A log of sign-ins, invitations, roles, sharing, deletion, answers to findings and files taken. It does not hold what you write.",
    },
    seen: "Who sees it",
    seenItems: {
      name: "Your name is seen by those who can read the same board.",
      email: "Your e-mail is seen only by your own organisation and the system administrator.",
      boards:
        "Your board is seen by those whom your administrator has chosen. What you do not share counts nowhere else.",
    },
    cookies: "Cookies",
    cookiesText:
      "Only necessary ones: the one that keeps you signed in, the one that remembers the language and, for guests of a workshop, the one that remembers the place, until 30 days after the workshop was closed. No statistics, and nothing from other places.",
    offline: "In the browser",
    offlineText:
      "Boards that you opened are kept in the browser so that you can write without a network. They are deleted when you sign out.",
    content: "Write about initiatives, not about people",
    contentText: "Do not write about citizens, single employees or health, and never a CPR number.",
    rights: "Your rights",
    rightsText:
      "Each municipality is the controller for its own staff; whoever runs Sammenspil is the processor. For access, correction or deletion write to your own municipality. When your access ends, what you wrote stays.",
  },
  check: {
    heading: "How the synergy check works",
    intro:
      "The synergy check reads what municipalities write about their initiatives and points at pairs that are worth talking about. It proposes; both municipalities decide.",
    reads: "What it reads",
    readsItems: {
      text: "Title and description, in Danish. It knows inflections, abbreviations and common typing errors.",
      tags: "Professions, themes, target groups and links of the chain, where you have chosen them. They may be empty.",
      actors: "The actors: those on the card, and those the text names, when the registry knows them.",
      phase: "How far the initiative has come. If the text says so and the card does not, that counts too.",
    },
    kinds: "Four kinds of findings",
    kind: {
      overlap: "The same means for the same people, and you are about equally far. Can you do it together?",
      "learn-from": "The same, but one of you has tried it. Ask before you start from scratch.",
      "shared-actor": "You work with the same school, association or company on something related. Ask together.",
      complementary: "Initiatives that follow each other for the same people, like a course before an education.",
    },
    why: "Why a pair is shown",
    whyItems: {
      points: "Every reason gives points, and what speaks against takes some away. That is the whole sum.",
      evidence:
        "At least two reasons must be found in both initiatives. The pair's page gives the reasons in words and marks the places in the texts.",
      strength: "The points become one of three words: {{strong}}, {{medium}} or {{weak}}.",
      same: "The same texts always give the same points, whatever others write.",
    },
    limits: "What it cannot do",
    limitsItems: {
      unwritten: "What nobody has written it does not find. A good description of two lines is enough.",
      quality: "It does not say whether an initiative works, nor who does it best.",
      words:
        "It knows many of the words that look alike and mean something else, but not all. Tell it by answering “{{unrelated}}”.",
      national: "Nationwide organisations such as KL never count as a shared actor.",
    },
    when: "When it looks",
    whenText:
      "While you write, the card shows the nearest initiatives of others. Findings come when nobody has written in the initiative for five seconds, and otherwise after twenty at most; on a busy server a little later. An answer that you have given stands until the content of one of the two initiatives changes.",
    where: "Where it happens",
    whereText:
      "On the server that Sammenspil runs on. There is no language model, and no text is sent to anyone. You see findings only between initiatives that you may read.",
  },
} satisfies Texts<typeof da>;
