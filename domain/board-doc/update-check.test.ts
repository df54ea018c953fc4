import fc from "fast-check";
import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { TAG_FIELDS } from "#domain/initiative.ts";
import * as commands from "./commands.ts";
import { richTextFromPlain } from "./rich-text.ts";
import { COMMAND_ORIGIN, INITIATIVES } from "./schema.ts";
import { readBoard } from "./snapshot.ts";
import { checkUpdate, type UpdateVerdict } from "./update-check.ts";

type Change = (doc: Y.Doc) => void;

function board(): Y.Doc {
  const doc = new Y.Doc();
  commands.insertInitiatives(doc, [
    { id: "a", title: "Elever", status: "idea", description: richTextFromPlain("Første\nAnden") },
    { id: "b", title: "Vagtplan", status: "trial" },
  ]);
  return doc;
}

/** What the server says to the update that a change by somebody else makes. */
function verdictOn(change: Change, server = board()): UpdateVerdict {
  const client = new Y.Doc();
  Y.applyUpdate(client, Y.encodeStateAsUpdate(server));
  const updates: Uint8Array[] = [];
  client.on("update", (update) => updates.push(update));
  client.transact(() => change(client));
  return checkUpdate(server, updates[0] ?? Uint8Array.of(0, 0));
}

const card = (doc: Y.Doc) => doc.getMap(INITIATIVES).get("a") as Y.Map<unknown>;
const paragraphs = (doc: Y.Doc) => card(doc).get("description") as Y.XmlFragment;
const text = (doc: Y.Doc) => (paragraphs(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText;
const withMap = (entries: Record<string, unknown>): Y.Map<unknown> => new Y.Map(Object.entries(entries));

const accepted: Record<string, Change> = {
  "every field of a new initiative": (doc) =>
    commands.addInitiative(doc, {
      id: "ny",
      title: "Ny",
      status: "running",
      description: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "fed", bold: true, href: "mailto:a@b.dk" },
            { type: "mention", id: "p1" },
          ],
        },
        { type: "orderedList", content: [{ type: "listItem", content: [{ type: "paragraph", content: [] }] }] },
      ],
      actors: [{ actorId: "foa", role: "co-lead" }],
      tags: Object.fromEntries(TAG_FIELDS.map((field) => [field, ["x", "y"]])),
      startYear: 2026,
      paused: true,
      evaluated: true,
      source: { url: "https://example.dk/", title: "Kilde" },
    }),
  "a title written by difference": (doc) => commands.setTitle(doc, "a", "Flere elever"),
  "a whole initiative deleted": (doc) => doc.getMap(INITIATIVES).delete("a"),
  "a move": (doc) => commands.moveInitiatives(doc, ["a"], { lane: "trial", beside: { id: "b", position: "before" } }),
  "marks as the editor and as others write them": (doc) => {
    text(doc).format(0, 3, { bold: {} });
    text(doc).format(1, 2, { italic: true });
    text(doc).format(2, 2, { link: { href: "https://example.dk/", target: "_blank", title: null } });
  },
  "marks taken off": (doc) => text(doc).format(0, 3, { bold: null }),
  "a full description replaced by another": (doc) => {
    paragraphs(doc).delete(0, paragraphs(doc).length);
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText("x".repeat(20_000))]);
    paragraphs(doc).insert(0, [paragraph]);
  },
  "an initiative with nothing but what must be there": (doc) =>
    doc.getMap(INITIATIVES).set("min", withMap({ title: new Y.Text("x"), status: "idea", order: "a000000" })),
  "an initiative made and deleted again before it was sent": (doc) => {
    commands.addInitiative(doc, { id: "ny", title: "Ny", status: "idea" });
    doc.getMap(INITIATIVES).delete("ny");
  },
};

test.each(Object.entries(accepted))("accepted: %s", (_name, change) => {
  expect(verdictOn(change)).toMatchObject({ ok: true });
});

const tooMany = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`t${index}`, true]));

function nested(depth: number): unknown[] {
  let value: unknown[] = [];
  for (let level = 1; level < depth; level++) value = [value];
  return value;
}

const refused: Record<string, Change> = {
  "another root": (doc) => doc.getMap("evil").set("a", 1),
  "meta, which the server writes": (doc) => doc.getMap("meta").set("version", 2),
  "list items in the root of initiatives": (doc) =>
    (doc.share.get(INITIATIVES) as unknown as Y.Array<unknown>) && insertAsList(doc),
  "an initiative that is no map": (doc) => doc.getMap(INITIATIVES).set("x", "plain"),
  "an initiative without status": (doc) =>
    doc.getMap(INITIATIVES).set("x", withMap({ title: new Y.Text("x"), order: "a0" })),
  "an unknown field": (doc) => card(doc).set("evil", 1),
  "a name that objects treat specially": (doc) =>
    doc.getMap(INITIATIVES).set("__proto__", withMap({ title: new Y.Text("x"), status: "idea", order: "a0" })),
  "an id with a space": (doc) => commands.addTag(doc, "a", { field: "themes", tagId: "a b" }),
  "a status that is none": (doc) => card(doc).set("status", "done"),
  "the status taken away": (doc) => card(doc).delete("status"),
  "a title that is plain": (doc) => card(doc).set("title", "plain"),
  "a title that is a rich text": (doc) => card(doc).set("title", new Y.XmlText("x")),
  "a title in bold": (doc) => (card(doc).get("title") as Y.Text).format(0, 2, { bold: true }),
  "a role that is none": (doc) => (card(doc).get("actors") as Y.Map<unknown>).set("foa", "boss"),
  "a tag that is not true": (doc) => (card(doc).get("themes") as Y.Map<unknown>).set("x", { deep: [1] }),
  "a year as text": (doc) => card(doc).set("startYear", "2026"),
  "a source that is a script": (doc) => card(doc).set("source", { url: "javascript:alert(1)", title: "x" }),
  "an element that is no part of a description": (doc) => paragraphs(doc).insert(0, [new Y.XmlElement("script")]),
  "an attribute that an element has not": (doc) =>
    (paragraphs(doc).get(0) as Y.XmlElement).setAttribute("onclick", "x"),
  "a mark that hides a value nested 4,000 deep": (doc) => text(doc).format(0, 2, { bold: { a: nested(4_000) } }),
  "a mark that hides text of its own": (doc) => text(doc).format(0, 2, { italic: { a: "x".repeat(100) } }),
  "a link with what no editor writes": (doc) =>
    text(doc).format(0, 2, { link: { href: "https://example.dk/", note: "x" } }),
  "a mark that is a list": (doc) => text(doc).format(0, 2, { bold: [] }),
  "a mark that is none": (doc) => text(doc).format(0, 2, { underline: {} }),
  "a link that is a script": (doc) => text(doc).format(0, 2, { link: { href: "javascript:alert(1)" } }),
  "an image inside a text": (doc) => text(doc).insertEmbed(0, { image: "x" }),
  "a document inside the document": (doc) => doc.getMap(INITIATIVES).set("d", new Y.Doc()),
  bytes: (doc) => card(doc).set("source", new Uint8Array(3)),
};

function insertAsList(doc: Y.Doc): void {
  const other = new Y.Doc();
  other.getArray(INITIATIVES).insert(0, [1]);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
}

test.each(Object.entries(refused))("refused: %s", (_name, change) => {
  expect(verdictOn(change)).toEqual({ ok: false, because: "content" });
});

const oversized: Record<string, Change> = {
  "a title of 2,001 characters": (doc) => (card(doc).get("title") as Y.Text).insert(0, "x".repeat(2_001)),
  "a description that grows beyond its limit in a new paragraph": (doc) => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText("x".repeat(19_995))]);
    paragraphs(doc).insert(0, [paragraph]);
  },
  "201 tags": (doc) => card(doc).set("themes", withMap(tooMany)),
  "more cards than a board holds": (doc) =>
    commands.insertInitiatives(
      doc,
      Array.from({ length: 1_999 }, (_, index) => ({ id: `n${index}`, title: "x", status: "idea" as const })),
    ),
};

const cards = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index}`, title: "x", status: "idea" as const }));

/** As full as a board gets, with one more in the bin. Judging changes nothing, so that one is enough. */
const full = new Y.Doc();
commands.insertInitiatives(full, cards(2_001, "c"));
commands.binInitiative(full, "c0", 1);

const tooFull: Record<string, Change> = {
  "one more": (doc) => commands.addInitiative(doc, { id: "ny", title: "Ny", status: "idea" }),
  "one from the bin": (doc) => commands.restoreInitiative(doc, "c0"),
  "two more for one that is binned": (doc) => {
    commands.binInitiative(doc, "c1", 1);
    commands.insertInitiatives(doc, cards(2, "n"));
  },
};
test.each(Object.entries(tooFull))("a full board takes no card in: %s", (_name, change) => {
  expect(verdictOn(change, full)).toEqual({ ok: false, because: "too-large" });
});

const stillRoom: Record<string, Change> = {
  "what goes into the bin": (doc) => commands.binInitiative(doc, "c1", 1),
  "a new card for one that is binned": (doc) => {
    commands.binInitiative(doc, "c1", 1);
    commands.addInitiative(doc, { id: "ny", title: "Ny", status: "idea" });
  },
  "a card from the bin for one that is deleted": (doc) => {
    doc.getMap(INITIATIVES).delete("c1");
    commands.restoreInitiative(doc, "c0");
  },
  "writing in what stands there": (doc) => commands.setTitle(doc, "c1", "Elever"),
  "the bin being emptied": (doc) => commands.emptyBin(doc, ["c0"]),
};
test.each(Object.entries(stillRoom))("a full board goes on with %s", (_name, change) => {
  expect(verdictOn(change, full)).toMatchObject({ ok: true });
});

test("values that one person set one after the other without network, and can undo, are accepted", () => {
  const server = board();
  const client = new Y.Doc();
  Y.applyUpdate(client, Y.encodeStateAsUpdate(server));
  const undo = new Y.UndoManager(client.getMap(INITIATIVES), { trackedOrigins: new Set([COMMAND_ORIGIN]) });
  for (const status of ["finished", "running", "trial"] as const) commands.setStatus(client, "a", status);
  const offline = Y.encodeStateAsUpdate(client, Y.encodeStateVector(server));
  // Yjs has joined the first two into one item, since undo keeps both.
  expect(JSON.stringify(Y.decodeUpdate(offline).structs)).toContain('["finished","running"]');
  expect(checkUpdate(server, offline)).toMatchObject({ ok: true });
  undo.destroy();
});

test("what lies in the bin takes no room on the board", () => {
  const server = new Y.Doc();
  Y.applyUpdate(server, Y.encodeStateAsUpdate(full));
  for (let index = 1; index < 1_901; index++) commands.binInitiative(server, `c${index}`, 1);
  const add = (count: number) => verdictOn((doc) => commands.insertInitiatives(doc, cards(count, "n")), server);
  expect(add(1_900)).toMatchObject({ ok: true });
  expect(add(1_901)).toEqual({ ok: false, because: "too-large" });
});

test.each(Object.entries(oversized))("too large: %s", (_name, change) => {
  expect(verdictOn(change)).toEqual({ ok: false, because: "too-large" });
});

test("an update that builds on something unknown is a gap", () => {
  const server = board();
  const client = new Y.Doc();
  Y.applyUpdate(client, Y.encodeStateAsUpdate(server));
  const updates: Uint8Array[] = [];
  client.on("update", (update) => updates.push(update));
  commands.setTitle(client, "a", "Eleverne");
  commands.setTitle(client, "a", "Eleverne nu");
  expect(checkUpdate(server, updates[1] as Uint8Array)).toEqual({ ok: false, because: "gap" });
  expect(checkUpdate(new Y.Doc(), updates[0] as Uint8Array)).toEqual({ ok: false, because: "gap" });
  expect(checkUpdate(server, Y.mergeUpdates(updates))).toMatchObject({ ok: true, writers: [client.clientID] });
});

test("what the server knows already names no writers", () => {
  const server = board();
  expect(checkUpdate(server, Y.encodeStateAsUpdate(server))).toEqual({ ok: true, writers: [] });
});

const bytes = (...numbers: number[]) =>
  encoding.encode((encoder) => {
    for (const number of numbers) encoding.writeVarUint(encoder, number);
  });

test.each([
  ["a claim of 33 million structs", bytes(1, 2 ** 25 - 1, 7, 0, 1, 2, 3)],
  ["a claim of countless clients", bytes(Number.MAX_SAFE_INTEGER, 1, 2)],
  ["a claim of countless deletions", bytes(0, 1, 42, Number.MAX_SAFE_INTEGER, 0, 0)],
  ["nothing at all", new Uint8Array(0)],
])("%s is malformed, and quickly", (_name, update) => {
  expect(checkUpdate(board(), update)).toEqual({ ok: false, because: "malformed" });
});

test("a jump of clocks without content is refused", () => {
  expect(checkUpdate(board(), bytes(1, 1, 99, 0, 0, 2 ** 31, 0))).toEqual({ ok: false, because: "content" });
});

test("whatever the bytes, judging them never throws, and what is accepted leaves a document that reads", () => {
  const server = board();
  const client = new Y.Doc();
  Y.applyUpdate(client, Y.encodeStateAsUpdate(server));
  const state = Y.encodeStateVector(client);
  commands.addInitiative(client, {
    id: "ny",
    title: "Ny indsats",
    status: "idea",
    description: richTextFromPlain("Tekst"),
  });
  const valid = Y.encodeStateAsUpdate(client, state);
  const flips = fc.array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(flips, (changes) => {
      const mutated = Uint8Array.from(valid);
      for (const [at, value] of changes) mutated[at] = value;
      const scratch = new Y.Doc();
      Y.applyUpdate(scratch, Y.encodeStateAsUpdate(server));
      if (!checkUpdate(scratch, mutated).ok) return;
      Y.applyUpdate(scratch, mutated);
      expect(scratch.store.pendingStructs).toBeNull();
      expect([...scratch.share.keys()]).toEqual([INITIATIVES]);
      expect(readBoard(scratch).initiatives.length).toBeGreaterThanOrEqual(1);
    }),
    { numRuns: 2_000 },
  );
});
