import type da from "../da/history.ts";
import type { Texts } from "../texts.ts";

export default {
  title: "History of {{name}}",
  heading: "History",
  below: "Who worked on what, and what the board was before. Nothing restored from here deletes what has come since.",
  open: "History",
  ofInitiative: "See the whole history",
  mark: {
    paused: { set: "paused", unset: "not paused" },
    evaluated: { set: "evaluated", unset: "not evaluated" },
  },
  timeline: {
    heading: "Timeline",
    person: "Who",
    everybody: "Everybody",
    show: "Show",
    earlier: "Show earlier",
    empty: "Nobody has worked here yet",
    emptyText: "When somebody writes on the board, it stands here with name and time.",
    oneInitiative: "This is one initiative only.",
    all: "Show the whole board",
    server: "Sammenspil",
    someone: "Somebody who is no longer here",
    goneInitiative: "An initiative that no longer exists",
    binned: "in the bin",
  },
  versions: {
    heading: "Versions",
    empty: "There are no versions yet. Sammenspil keeps one by itself when you have worked on the board.",
    compare: "See differences",
    compareNamed: "See differences between “{{name}}” and now",
    reason: {
      automatic: "Kept automatically",
      named: "Kept version",
      phase: "When “{{phase}}” began",
      "before-restore": "Just before a restore",
    },
  },
  keep: {
    label: "Keep the board as it is now",
    placeholder: "For example before the theme day",
    submit: "Keep version",
    missing: "Give the version a name, so that you can find it again.",
    tooLong: "The name can be {{limit}} characters at most.",
  },
  compare: {
    heading: "Differences between two versions",
    crumb: "Differences",
    count_one: "{{count}} initiative is not what it was.",
    count_other: "{{count}} initiatives are not what they were.",
    from: "From",
    to: "To",
    now: "The board now",
    show: "Show",
    explained:
      "What is struck through stood there before; what is underlined has been added. A restore is a new change: you can always go back again.",
    none: "No differences",
    noneText: "The two versions have the same initiatives with the same content.",
    nothing: "none",
    change: { new: "New", gone: "No longer on the board", changed: "Changed" },
    restoreOne: "Restore",
    restoreNamed: "Restore “{{title}}” to what it was",
    restoreBoard: "Restore the whole board",
  },
  restored: {
    board:
      "The board is what it was. What had come since lies in the bin, and the version from just before is at the top of the list.",
    initiative: "The initiative is what it was.",
  },
} satisfies Texts<typeof da>;
