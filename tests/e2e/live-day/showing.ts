/** The reveal, lane by lane, which a facilitator alone can do: A12 and A13. */
import { randomUUID } from "node:crypto";
import * as encoding from "lib0/encoding";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import * as syncProtocol from "y-protocols/sync";
import * as Y from "yjs";
import { note } from "#db/schema/live.ts";
import { MESSAGE, publishedName } from "#domain/board-doc/wire.ts";
import { until } from "../../until.ts";
import { itemOf, LANES } from "./agenda.ts";
import { type Day, expectClocks, forget, giveMinutes, goOnTo, look, phoneOf, post, standing } from "./day.ts";
import { expectNothingHeard, OFFLINE, textOf } from "./writing.ts";

/** What the facilitator hides before it is shown. */
const HIDDEN = textOf(39);
const FORGED = "Forfalsket";

/** A12 */
export async function refuseParticipants(day: Day): Promise<void> {
  await goOnTo(day, "reveal");
  const before = standing(day);
  const { page } = phoneOf(day, "Bo");
  const act = `/workshops/${day.workshopId}/live/act`;
  const [any] = day.db.select().from(note).all();
  const moves: Readonly<Record<string, string>>[] = [
    { intent: "next", from: itemOf("reveal") },
    { intent: "go-to", itemId: itemOf("voteOne") },
    { intent: "show-notes", itemId: itemOf("write"), laneId: "" },
    { intent: "hide-note", noteId: any?.id ?? "", on: "yes" },
    { intent: "take-over" },
    { intent: "close" },
  ];
  for (const move of moves) expect(await post(page, act, move)).toBe(403);
  const others = { id: any?.id ?? "", secret: randomUUID(), item: itemOf("write"), lane: "lane-1", text: FORGED };
  for (const intent of ["write", "remove"]) {
    expect(await post(page, `/live/${day.workshopId}/notes`, { ...others, intent })).toBe(403);
  }
  await forgeARoom(day, page);
  expect(standing(day)).toEqual(before);
  forget(day, "403");
  // What is told after it is heard, and what was forged is not.
  await giveMinutes(day, "+5 min.");
  await expectClocks(day);
  for (const { heard } of [day.wall, ...day.phones]) expect(heard().includes(FORGED)).toBe(false);
}

/** What a script writes into the room that the server writes comes to nobody. */
async function forgeARoom(day: Day, page: Page): Promise<void> {
  const doc = new Y.Doc();
  doc.getMap("stage").set("now", { state: "closed", title: FORGED });
  const frame = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    syncProtocol.writeUpdate(encoder, Y.encodeStateAsUpdate(doc));
  });
  const room = publishedName({ topic: "live", id: day.workshopId });
  // Closed out, or answered what it asked for afterwards: either way the update has been read.
  const outcome = await page.evaluate(sendFrames, { room, frames: [[...frame], [0, 0, 1, 0]] });
  expect(outcome).toMatch(/^(closed|answered)$/);
}

/** Runs in the page. */
function sendFrames({ room, frames }: { room: string; frames: readonly number[][] }): Promise<string> {
  const socket = new WebSocket(`${location.origin.replace("http", "ws")}/collab/${room}`);
  socket.binaryType = "arraybuffer";
  socket.onopen = () => {
    for (const frame of frames) socket.send(new Uint8Array(frame));
  };
  return new Promise((resolve) => {
    socket.onclose = () => resolve("closed");
    socket.onmessage = ({ data }) => {
      const [type, kind] = new Uint8Array(data);
      if (type === 0 && kind === 1) {
        resolve("answered");
        socket.close();
      }
    };
  });
}

/** A13 */
export async function showLaneByLane(day: Day): Promise<void> {
  const { page } = day.lead;
  await page.getByText(/svar er ikke vist endnu$/).click();
  const hidden = page.getByRole("listitem").filter({ hasText: HIDDEN });
  await hidden.getByRole("button", { name: "Skjul" }).click();
  await hidden.getByText("· skjult").waitFor();
  const [first, second] = LANES;
  await page
    .getByRole("button", { name: `Vis «${first}»` })
    .first()
    .waitFor();
  expectNothingHeard(day);
  await page.keyboard.press("r");
  await hasHeard(day, textOf(0));
  await look(day, "first-lane");
  for (const { heard } of [day.wall, ...day.phones]) expect(heard().includes(textOf(1))).toBe(false);
  await page.locator("[data-stage-key=r]", { hasText: `Vis «${second}»` }).waitFor();
  await page.keyboard.press("r");
  await hasHeard(day, textOf(1));
  await look(day, "both-lanes");
  const shown = [...Array.from({ length: 39 }, (_, index) => textOf(index)), OFFLINE];
  const [witness] = day.crowd;
  const texts = () => Object.values(witness?.doc.getMap("notes").toJSON() ?? {}).map(({ text }) => text);
  await until(() => texts().length === shown.length);
  expect(texts().sort()).toEqual(shown.sort());
  // Before anybody could have known what it says.
  for (const { heard } of [day.wall, ...day.phones]) expect(heard().includes(HIDDEN)).toBe(false);
  const logged = day.db.$client.prepare("select * from audit_event where action like '%hidden%'").all();
  expect(logged).toHaveLength(1);
  expect(JSON.stringify(logged)).not.toContain(HIDDEN);
}

const hasHeard = ({ wall, phones }: Day, text: string) =>
  Promise.all([wall, ...phones].map(({ heard }) => until(() => heard().includes(text))));
