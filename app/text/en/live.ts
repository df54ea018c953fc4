import type da from "../da/live.ts";
import type { Texts } from "../texts.ts";

export default {
  kind: {
    welcome: "Welcome",
    "since-last": "Since last time",
    framing: "Framing",
    "silent-writing": "Silent writing",
    reveal: "Reveal",
    grouping: "Grouping",
    vote: "Vote",
    ideas: "Ideas",
    "synergy-check": "Synergy check",
    commitments: "Commitments",
    round: "Round",
    "check-out": "Check-out",
    break: "Break",
  },
  anonymity: { named: "with names", municipality: "only the kommune is shown", anonymous: "anonymous" },
  reveal: {
    "at-once": "shown at once",
    "by-facilitator": "hidden until the facilitator shows",
    "at-end": "hidden until the phase ends",
  },
  role: {
    leader: "Leader",
    employee: "Employee",
    hr: "HR",
    employment: "Job centre or employment",
    education: "School or education",
    union: "Employed by a union",
    other: "Other",
  },
  commitmentStatus: { new: "New", "under-way": "Under way", kept: "Kept", stalled: "Stalled", dropped: "Dropped" },
  questionState: {
    received: "Received",
    "on-board": "On the board",
    answering: "Being answered",
    answered: "Answered",
    merged: "Merged with another",
    "not-answered": "Not answered",
  },
  table: "Table {{number}}",
  step: "Step {{at}} of {{of}}",
  others: "Others",
  elsewhere: "Elsewhere",
} satisfies Texts<typeof da>;
