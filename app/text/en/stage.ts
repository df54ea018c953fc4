import type da from "../da/stage.ts";
import type { Texts } from "../texts.ts";

export default {
  heading: "Facilitator",
} satisfies Texts<typeof da>;
