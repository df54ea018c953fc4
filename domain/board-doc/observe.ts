/** Which fields of which initiatives a transaction changed: for rows, for "who changed it last" and for repainting. */
import type * as Y from "yjs";
import type { InitiativeField } from "./schema.ts";
import { initiativesOf } from "./schema.ts";

/** `whole` stands for an initiative that came or went. */
type ChangedField = InitiativeField | "whole";
export type BoardChange = ReadonlyMap<string, ReadonlySet<ChangedField>>;

function changeOf(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): BoardChange {
  const changed = new Map<string, Set<ChangedField>>();
  const add = (initiativeId: string, field: ChangedField) => {
    const fields = changed.get(initiativeId) ?? new Set();
    changed.set(initiativeId, fields.add(field));
  };
  for (const event of events) {
    const [initiativeId, field] = event.path as string[];
    if (initiativeId === undefined) for (const id of event.changes.keys.keys()) add(id, "whole");
    else if (field !== undefined) add(initiativeId, field as InitiativeField);
    else for (const key of event.changes.keys.keys()) add(initiativeId, key as InitiativeField);
  }
  return changed;
}

/** Calls after every transaction that touched an initiative; returns how to stop. */
export function observeBoard(doc: Y.Doc, listener: (change: BoardChange, origin: unknown) => void): () => void {
  const root = initiativesOf(doc);
  const onEvents = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) =>
    listener(changeOf(events), transaction.origin);
  root.observeDeep(onEvents as Parameters<typeof root.observeDeep>[0]);
  return () => root.unobserveDeep(onEvents as Parameters<typeof root.unobserveDeep>[0]);
}
