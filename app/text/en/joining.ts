import type da from "../da/joining.ts";
import type { Texts } from "../texts.ts";

export default {
  heading: "Join the workshop",
} satisfies Texts<typeof da>;
