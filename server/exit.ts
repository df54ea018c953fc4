/** Why a process ends, as what started it reads it. */
export const EXIT = {
  done: 0,
  /** Refused, or found wrong. */
  refused: 1,
  wrongUse: 2,
  /** Another server uses the data folder; trying again later may work. */
  busy: 75,
  /** The database or the environment cannot be used as it is. */
  unusable: 78,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends the process with a sentence for the operator. */
export class ExitError extends Error {
  readonly code: ExitCode;

  constructor(code: ExitCode, message: string) {
    super(message);
    this.code = code;
  }
}
