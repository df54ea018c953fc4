/** Who is here and where they write: shape of the awareness state. Never stored. */
import { isId } from "./schema.ts";

/** Stamped by the server from the session; what a client writes here is overwritten. */
export interface PresenceUser {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly role: "write" | "read";
}

/** The field somebody's caret is in. */
interface Editing {
  readonly initiativeId: string;
  readonly field: string;
}

/**
 * The caret inside a description is the editor's own entry, `cursor`. After a reconnect a page sets its state anew: others
 * ignore an entry whose clock they have seen before.
 */
export interface Presence {
  readonly user: PresenceUser;
  readonly editing: Editing | null;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

function readUser(value: unknown): PresenceUser | null {
  if (!isObject(value)) return null;
  const { id, name, colour, role } = value;
  if (typeof id !== "string" || typeof name !== "string" || typeof colour !== "string") return null;
  return { id, name, colour, role: role === "write" ? "write" : "read" };
}

function readEditing(value: unknown): Editing | null {
  if (!isObject(value) || !isId(value.initiativeId) || typeof value.field !== "string") return null;
  return { initiativeId: value.initiativeId, field: value.field };
}

/** Reads a state that came over the wire; null when nobody is named in it. */
export function readPresence(state: unknown): Presence | null {
  if (!isObject(state)) return null;
  const user = readUser(state.user);
  return user === null ? null : { user, editing: readEditing(state.editing) };
}
