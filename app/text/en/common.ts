import type da from "../da/common.ts";
import type { Texts } from "../texts.ts";

export default {
  live: "The workshop is running",
  backToLive: "Back to the workshop",
  product: "Sammenspil",
  skipToContent: "Skip to content",
  demo: "Demo",
  demoExplained:
    "A demo with publicly known initiatives. Answers, changes and actors' roles here are not those of the municipalities.",
  demoRoles:
    "The sources name the actors, but seldom what they do. The roles are the demo's, not those of the municipalities.",
  nav: {
    label: "Main menu",
    open: "Menu",
    overview: "Overview",
    workshops: "Workshops",
    compare: "Compare",
    actors: "Actors",
    breadcrumbs: "Breadcrumbs",
  },
  person: {
    menu: "Menu for {{name}}",
    account: "My account",
    organisations: "Organisations",
    signOut: "Sign out",
    signIn: "Sign in",
  },
  search: {
    open: "Search initiatives, actors …",
    shortcut: "Ctrl K",
  },
  footer: {
    accessibility: "Accessibility statement",
    privacy: "Privacy",
    check: "How the synergy check works",
    language: "Dansk",
    sources:
      "Municipalities and regions: Statistics Denmark and the Danish Climate Data Agency (CC BY 4.0). The demo's initiatives are shown with their source.",
  },
  actions: {
    cancel: "Cancel",
    close: "Close",
    undo: "Undo",
    print: "Print",
  },
  saved: "Saved",
  noResults: "None found",
  aboutPeople: {
    hint: "Do not write about single citizens or members of staff.",
    number: "This looks like a Danish personal number. Do not write personal data about citizens or staff here.",
  },
  withoutAnswer: {
    "signed-out": "You are signed out. Sign in again in another window; what you have written here stays.",
    refused: "The server could not answer just now. Try again in a moment.",
    unreachable: "There is no connection to the server just now.",
  },
  notifications: "Notifications",
  copyByHand: "Select the link and copy it.",
} satisfies Texts<typeof da>;
