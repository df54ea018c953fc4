import type da from "../da/search.ts";
import type { Texts } from "../texts.ts";

export default {
  heading: "Search",
  label: "Search initiatives and actors",
  placeholder: "A title, a word of the description or an actor",
  initiatives: "Initiatives",
  actors: "Actors",
  found_one: "{{count}} found",
  found_other: "{{count}} found",
  nothing: "Nothing you may read matches «{{query}}».",
} satisfies Texts<typeof da>;
