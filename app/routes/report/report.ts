import type { Answer, FindingKind, Strength } from "#domain/finding.ts";
import type { InitiativeStatus } from "#domain/initiative.ts";

export interface ReportSide {
  readonly title: string;
  readonly status: InitiativeStatus;
  readonly municipality: string;
}
export interface ReportAnswer {
  readonly municipality: string;
  readonly answer: Answer;
  readonly reason: string;
  /** Null for a person who is no longer here. */
  readonly personName: string | null;
  readonly at: number;
}

export interface ReportFinding {
  readonly id: string;
  readonly kind: FindingKind;
  readonly strength: Strength;
  readonly a: ReportSide;
  readonly b: ReportSide;
  readonly reasons: readonly string[];
  readonly answers: readonly ReportAnswer[];
}

/** The sections of the report, in their order on paper. */
export const REPORT_SECTIONS = ["confirmed", "waiting", "parallel", "dismissed"] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];
export type Report = Readonly<Record<ReportSection, readonly ReportFinding[]>>;
