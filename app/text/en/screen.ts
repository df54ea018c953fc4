import type da from "../da/screen.ts";
import type { Texts } from "../texts.ts";

export default {
  heading: "Projector",
} satisfies Texts<typeof da>;
