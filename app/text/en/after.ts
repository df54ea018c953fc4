import type da from "../da/after.ts";
import type { Texts } from "../texts.ts";

export default {
  heading: "After the workshop",
} satisfies Texts<typeof da>;
