// Drizzle wants every table in one object; nothing else imports this file.
export * from "./actor.ts";
export * from "./audit.ts";
export * from "./board.ts";
export * from "./comment.ts";
export * from "./finding.ts";
export * from "./history.ts";
export * from "./initiative.ts";
export * from "./installation.ts";
export * from "./lexicon.ts";
export * from "./live.ts";
export * from "./organisation.ts";
export * from "./person.ts";
export * from "./workshop.ts";
