import type da from "../da/phone.ts";
import type { Texts } from "../texts.ts";

export default {
  heading: "The workshop",
} satisfies Texts<typeof da>;
