/**
 * What the rubric says before any label is seen: the weights a fit starts from and is drawn back to, and the sign that
 * each weight must keep. A class with few labels (led i samme kæde, fælles aktør) hardly leaves its prior.
 */
import type { FindingKind } from "#domain/finding.ts";
import type { ClassWeights } from "../score.ts";

const ALIKE = {
  sameMeans: 6,
  relatedMeans: 2.5,
  differentMeans: -1.5,
  sameTarget: 1,
  differentTarget: -4,
  sameStaff: 0.5,
  differentStaff: -9,
  sameAim: 0.5,
  similarText: 6,
  sameActivity: 0.3,
  sameTheme: 0.2,
  packageAgainstMeasure: -2,
  chainTogether: -1.5,
} as const;

export const PRIOR: Readonly<Record<FindingKind, ClassWeights>> = {
  overlap: { threshold: 6, features: { ...ALIKE, samePhase: 1.5, differentPhase: -6 } },
  "learn-from": { threshold: 7.5, features: { ...ALIKE, sameAim: 3, samePhase: -6, differentPhase: 3.5 } },
  "shared-actor": {
    threshold: 5,
    features: {
      sharedActor: 3,
      sharedActorRelated: 3.5,
      sameTarget: 0.5,
      sameStaff: 0.3,
      sameTheme: 0.3,
      sameActivity: 0.3,
      sameMunicipality: 0.3,
      similarText: -2,
      relatedMeans: -1.5,
      sameAim: -1,
      differentStaff: -0.3,
      sameMeans: -4,
      chainTogether: -4,
    },
  },
  complementary: {
    threshold: 5,
    features: {
      chainTogether: 5,
      sameMunicipality: 0.5,
      sameTarget: 1.5,
      sharedActor: 0.5,
      similarText: 0.5,
      differentStaff: -2,
      sameMeans: -2,
      differentTarget: -0.3,
      packageAgainstMeasure: -2,
    },
  },
};
