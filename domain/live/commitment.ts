/** An agreement (aftale) of a kommune: who does what first, with whom, by when. Five words for how it goes, no more. */
export const COMMITMENT_STATUSES = ["new", "under-way", "kept", "stalled", "dropped"] as const;
export type CommitmentStatus = (typeof COMMITMENT_STATUSES)[number];

export interface Commitment {
  readonly id: string;
  readonly workshopId: string;
  readonly what: string;
  /** The kommune that has the lead. */
  readonly ownerId: string;
  /** Other kommuner and actors, by their names. */
  readonly partners: readonly string[];
  readonly firstStep: string;
  /** The day, as YYYY-MM-DD. */
  readonly due: string;
  readonly status: CommitmentStatus;
  /** The idea, group or note that it came from. */
  readonly originId: string | null;
}

export const COMMITMENT_LIMITS = { what: 200, firstStep: 200, partners: 12, partner: 80, remark: 200 } as const;

/** What is agreed on, as it was written. */
export type CommitmentDraft = Pick<Commitment, "what" | "ownerId" | "partners" | "firstStep" | "due">;

export const COMMITMENT_FIELDS = [
  "what",
  "ownerId",
  "partners",
  "firstStep",
  "due",
] as const satisfies readonly (keyof CommitmentDraft)[];
/** What is wrong with a field of a draft. */
export type CommitmentProblem = "missing" | "too-long" | "no-day" | "past" | "too-many";
export type CommitmentProblems = Partial<Record<keyof CommitmentDraft, CommitmentProblem>>;

/** Without a kommune that owns it, a first step and a day it is a wish: each field with what is wrong with it, empty when nothing is. */
export function problemsOf(draft: CommitmentDraft, today: string): CommitmentProblems {
  const found = {
    what: textProblem(draft.what, COMMITMENT_LIMITS.what),
    ownerId: draft.ownerId === "" ? ("missing" as const) : null,
    partners: partnersProblem(draft.partners),
    firstStep: textProblem(draft.firstStep, COMMITMENT_LIMITS.firstStep),
    due: dueProblem(draft.due, today),
  };
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== null)) as CommitmentProblems;
}

function textProblem(text: string, limit: number): CommitmentProblem | null {
  if (text.trim() === "") return "missing";
  return text.length > limit ? "too-long" : null;
}

function partnersProblem(partners: readonly string[]): CommitmentProblem | null {
  if (partners.length > COMMITMENT_LIMITS.partners) return "too-many";
  return partners.some((name) => name.length > COMMITMENT_LIMITS.partner) ? "too-long" : null;
}

function dueProblem(due: string, today: string): CommitmentProblem | null {
  if (due === "") return "missing";
  if (!isDay(due)) return "no-day";
  return due < today ? "past" : null;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** As people write them: by comma or line, each once. */
export const readPartners = (written: string): string[] => [
  ...new Set(
    written
      .split(/[,;\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  ),
];

const ENDED: ReadonlySet<CommitmentStatus> = new Set(["kept", "dropped"]);

/** Somebody still owes something: it is asked for in the next workshop ("Siden sidst"). */
export const isOpen = (status: CommitmentStatus): boolean => !ENDED.has(status);
