import type da from "../da/rehearsal.ts";
import type { Texts } from "../texts.ts";

export default {
  heading: "Rehearsal",
  what: "40 simulated participants run the whole agenda in a minute: they join, write, vote and ask. Nothing of it stays, and nobody in the workshop sees it.",
  start: "Run a rehearsal",
  again: "Run another rehearsal",
  joining: "The participants are coming …",
  at: "Item {{at}} of {{items}}: {{title}}",
  well: "It went well: {{items}} items, {{done}} actions, no errors. Everything of the rehearsal is deleted.",
  badly: "It went wrong at item {{at}} of {{items}}: {{title}}. Everything of the rehearsal is deleted.",
} satisfies Texts<typeof da>;
