import { destination, type Logger, pino } from "pino";

export type { Logger } from "pino";

/** JSON lines on stderr: standard output belongs to the command line's answers. Never content, never secrets. */
export const createLogger = (level: "info" | "warn" | "silent" = "info"): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination({ dest: 2, sync: true }));
