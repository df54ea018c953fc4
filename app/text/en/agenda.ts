import type da from "../da/agenda.ts";
import type { Texts } from "../texts.ts";

export default {
  heading: "Agenda",
} satisfies Texts<typeof da>;
