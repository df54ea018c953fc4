export interface QuestionAnswer {
  /** Why it was not taken; null when it was. */
  readonly problem: "empty" | "too-long" | "illegal" | "reason-missing" | null;
}
