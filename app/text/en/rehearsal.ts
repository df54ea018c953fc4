import type da from "../da/rehearsal.ts";
import type { Texts } from "../texts.ts";

export default {
  heading: "Rehearsal",
  what: "40 simulated participants run the whole agenda in a minute: they join, write, vote and ask. Nothing of it stays, and nobody in the workshop sees it.",
  start: "Run a rehearsal",
  again: "Run another rehearsal",
  joining: "The participants are coming …",
  at: "Item {{at}} of {{items}}: {{title}}",
  well: "It went well: {{items}} items, {{done}} actions, no errors.",
  badly: "It went wrong at item {{at}} of {{items}}: {{title}}. The rehearsal stopped there.",
  notBegun: "It went wrong before the rehearsal had come to the first item.",
  trouble:
    "Try again. If it goes wrong again, give this number to whoever runs Sammenspil: {{trouble}}. The reason is in the server's log under it.",
  wiped: "Everything of the rehearsal is deleted.",
  notWiped:
    "Something of the rehearsal could not be deleted. Nobody sees it, and it is deleted when the server starts the next time.",
} satisfies Texts<typeof da>;
