import type da from "../da/reasons.ts";
import type { Texts } from "../texts.ts";

export default {
  sameMeans: "same means: {{a}}",
  relatedMeans: "related means: {{a}} and {{b}}",
  differentMeans: "different means: {{a}} and {{b}}",
  sameTarget: "same target group: {{a}}",
  nearTarget: "nearly the same target group: {{a}} and {{b}}",
  differentTarget: "different target groups: {{a}} and {{b}}",
  sameStaff: "same profession: {{a}}",
  nearStaff: "related professions: {{a}} and {{b}}",
  differentStaff: "different professions: {{a}} and {{b}}",
  sameAim: "same aim: {{a}}",
  similarText: "the texts use the same words",
  sameActivity: "same activity: {{a}}",
  sameTheme: "same theme: {{a}}",
  samePhase: "both are equally far: {{a}}",
  nearPhase: "about equally far: {{a}} and {{b}}",
  differentPhase: "one is further on: {{a}} and {{b}}",
  sharedActor: "shared actor: {{a}}",
  sharedActorRelated: "shared actor in related work: {{a}}",
  sameMunicipality: "same municipality",
  chainTogether: "belong together in the chain: {{a}} and {{b}}",
  packageAgainstMeasure: "one is a whole package, the other a single measure",
  early: "not started yet",
  unspecified: "not said in the text",
} satisfies Texts<typeof da>;
