import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { TAG_FIELDS } from "#domain/initiative.ts";
import { anyStep } from "../../tests/board-steps.ts";
import * as commands from "./commands.ts";
import { INITIATIVES } from "./schema.ts";
import { readBoard } from "./snapshot.ts";

const sync = (from: Y.Doc, to: Y.Doc) => Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));

test("people who work apart and meet see the same board, whatever they did", () => {
  const history = fc.array(fc.tuple(fc.nat(2), anyStep, fc.boolean()), { maxLength: 40 });
  fc.assert(
    fc.property(history, (steps) => {
      const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()] as const;
      commands.insertInitiatives(docs[0], [
        { id: "a", title: "A", status: "idea" },
        { id: "b", title: "B", status: "idea" },
      ]);
      for (const [who, apply, meets] of steps) {
        const doc = docs[who as 0 | 1 | 2];
        apply(doc);
        if (meets) sync(doc, docs[((who + 1) % 3) as 0 | 1 | 2]);
      }
      for (const _ of docs) for (const from of docs) for (const to of docs) if (from !== to) sync(from, to);
      expect(readBoard(docs[1])).toEqual(readBoard(docs[0]));
      expect(readBoard(docs[2])).toEqual(readBoard(docs[0]));
    }),
    { numRuns: 60 },
  );
});

test("reading never throws, whatever lies in the document", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string(), fc.jsonValue())), (entries) => {
      const doc = new Y.Doc();
      const root = doc.getMap(INITIATIVES);
      for (const [key, field, content] of entries) {
        const initiative = new Y.Map();
        initiative.set(field, content);
        root.set(key, initiative);
        root.set(`${key}-plain`, content);
      }
      expect(readBoard(doc).initiatives).toEqual([]);
    }),
  );
});

test("an initiative with wrong values in its fields is read without them", () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom(...TAG_FIELDS, "actors", "startYear", "paused", "evaluated", "source", "description", "evil"),
        fc.jsonValue(),
      ),
      (fields) => {
        const doc = new Y.Doc();
        commands.addInitiative(doc, { id: "a", title: "A", status: "idea" });
        const initiative = doc.getMap(INITIATIVES).get("a") as Y.Map<unknown>;
        for (const [field, content] of Object.entries(fields)) initiative.set(field, content);
        expect(readBoard(doc).initiatives).toHaveLength(1);
        expect(JSON.parse(JSON.stringify(readBoard(doc)))).toEqual(readBoard(doc));
      },
    ),
  );
});
