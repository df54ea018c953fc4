import { expect, test } from "vitest";
import * as Y from "yjs";
import { richTextFromPlain } from "#domain/board-doc/rich-text.ts";
import { readBoard } from "#domain/board-doc/snapshot.ts";
import { connect, saved, startServer } from "../realtime.ts";
import { until } from "../until.ts";

test("a reader that stops reading hurts nobody, and is caught up by one difference", { timeout: 60_000 }, async () => {
  const server = await startServer();
  const [writer, healthy, stuck] = [
    await connect(server, "hr"),
    await connect(server, "care"),
    await connect(server, "varde"),
  ];
  let frames = 0;
  stuck.provider.ws?.addEventListener("message", () => {
    frames++;
  });
  const socket = stuck.provider.ws as unknown as { pause(): void; resume(): void };
  socket.pause();
  const text = "hjemmeplejen ".repeat(1_200);
  for (let round = 0; round < 40; round++) {
    for (let card = 0; card < 20; card++) {
      const description = richTextFromPlain(`${round} ${text}`);
      writer.doc.getMap("initiatives").delete(`i${card}`);
      writer.insert(`i${card}`, description);
    }
    await saved(writer);
  }
  await until(() => Y.encodeStateVector(healthy.doc).join() === Y.encodeStateVector(writer.doc).join());
  socket.resume();
  await until(() => readBoard(stuck.doc).initiatives.length === 20 && stuck.titles().length === 20, 20_000);
  await until(() => JSON.stringify(readBoard(stuck.doc)) === JSON.stringify(readBoard(writer.doc)), 20_000);
  expect(frames).toBeLessThan(40 * 40);
});
