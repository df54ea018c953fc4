/** Each reason that the room has to close a person's door is said on the page, and what was typed can still be had. */
import * as encoding from "lib0/encoding";
import type { BrowserContext, Page, WebSocketRoute } from "playwright-core";
import { expect, test } from "vitest";
import * as syncProtocol from "y-protocols/sync";
import * as Y from "yjs";
import { addInitiative } from "#domain/board-doc/commands.ts";
import { MESSAGE } from "#domain/board-doc/wire.ts";
import { drawer, editor, holbaekBoard, isSaved, openBoard } from "./board-page.ts";
import { expectAccessible, journey } from "./harness.ts";

const { product, person, troubles } = await journey();
const board = await holbaekBoard(product);

/** The page's own socket to the real room, with a hand on it. */
interface Tapped {
  /** What a broken or hostile script in the page could send. */
  send(frame: Uint8Array): void;
  /** From now on what the page sends does not arrive. */
  hold(): void;
}

/** The board's socket: the inbox has one of its own, which may open after it. */
async function tapSocket(context: BrowserContext): Promise<Tapped> {
  let server: WebSocketRoute | undefined;
  let isHeld = false;
  await context.routeWebSocket(new RegExp(`/collab/.*${board.id}`), (route) => {
    const there = route.connectToServer();
    server = there;
    isHeld = false;
    route.onMessage((message) => {
      if (!isHeld) there.send(message);
    });
  });
  return {
    send: (frame) => (server ?? expect.fail("no socket yet")).send(Buffer.from(frame)),
    hold: () => {
      isHeld = true;
    },
  };
}

function updateOf(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  write(doc);
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    syncProtocol.writeUpdate(encoder, Y.encodeStateAsUpdate(doc));
  });
}

const withLongTitle = updateOf((doc) => {
  addInitiative(doc, { id: "long", title: "x", status: "idea" });
  (doc.getMap("initiatives").get("long") as Y.Map<Y.Text>).get("title")?.insert(0, "å".repeat(2_001));
});
const withForeignRoot = updateOf((doc) => doc.getMap("elsewhere").set("a", 1));

/** A card is open and something in it is written and kept; then the socket is used for something else. */
async function writing(page: Page, text: string): Promise<void> {
  await openBoard(page, board.url);
  await page.locator("[role=row][data-card]").first().click();
  await editor(page).click();
  await page.keyboard.type(text);
  await isSaved(page);
}

test.each([
  ["4413", withLongTitle, "Ændringen er for stor til tavlen."],
  ["4422", withForeignRoot, "Serveren kunne ikke tage imod ændringen."],
])(
  "%s: the page says what happened, copies the text out and fetches the board anew",
  async (_code, frame, sentence) => {
    const { page, context } = await person("HR, Holbæk");
    const socket = await tapSocket(context);
    await writing(page, "Gemt i tide. ");
    socket.hold();
    await page.keyboard.type("Ikke nået. ");
    await page.locator("[data-save=saving]").waitFor();
    socket.send(frame);
    await page.getByRole("status").filter({ hasText: sentence }).waitFor();
    await page.getByRole("button", { name: "Kopiér teksten" }).waitFor();
    expect(await editor(page).count()).toBe(0);
    await drawer(page).filter({ hasText: "Gemt i tide. Ikke nået." }).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Hent tavlen igen" }).click();
    await isSaved(page);
    await drawer(page).filter({ hasText: "Gemt i tide." }).waitFor();
    await editor(page).waitFor();
    await context.close();
  },
);

test("4429: who changes too much at once waits a moment, writes on, and nothing is lost", async () => {
  const { page, context } = await person("HR, Holbæk");
  const { send } = await tapSocket(context);
  await writing(page, "Før det gik for hurtigt. ");
  const nothing = updateOf(() => undefined);
  for (let frames = 0; frames < 1_000; frames++) send(nothing);
  await page.getByRole("status").filter({ hasText: "Der blev ændret for meget på én gang." }).waitFor();
  await editor(page).click();
  await page.keyboard.type("Skrevet imens. ");
  await isSaved(page);
  const colleague = await person("Hjemmeplejen, Holbæk");
  await colleague.page.goto(page.url());
  await drawer(colleague.page).filter({ hasText: "Skrevet imens." }).waitFor();
  for (const each of [context, colleague.context]) await each.close();
});

test("4403: who may no longer read the board is told so, and where to go", async () => {
  const { page, context } = await person("Hjemmeplejen, Holbæk");
  await writing(page, "Mens jeg måtte. ");
  await product.cli("access", "set", "hjemmeplejen.holbaek@demo.invalid", board.id, "none");
  await page.getByRole("status").filter({ hasText: "Du har ikke længere adgang til tavlen." }).waitFor();
  await page.getByRole("link", { name: "Til overblikket" }).click();
  await page.waitForURL(`${product.origin}/`);
  await page.goto(board.url);
  await page.getByText("Siden findes ikke").first().waitFor();
  await context.close();
  // The browser itself reports the page that is not there.
  troubles.splice(0);
});

test("a text that is too long for a card stays out of it with a sentence, and what is there stays", async () => {
  const { page, context } = await person("HR, Holbæk");
  await writing(page, "Kort. ");
  const paste = (text: string) =>
    editor(page).evaluate((field, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  await paste("lang ".repeat(5_000));
  await drawer(page).getByText("beskrivelsen kan højst være 20.000 tegn").waitFor();
  expect(await editor(page).textContent()).toContain("Kort.");
  expect((await editor(page).textContent())?.length).toBeLessThan(20_000);
  await editor(page).click();
  await page.keyboard.type("Og videre. ");
  await drawer(page).getByText("beskrivelsen kan højst være").waitFor({ state: "detached" });
  await isSaved(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Ny indsats", exact: true }).click();
  await page.getByLabel("Titel på den nye indsats").fill("lang ".repeat(5_000));
  await page.getByText("en beskrivelse rummer 20.000").waitFor();
  expect(await page.getByRole("button", { name: "Tilføj", exact: true }).isDisabled()).toBe(true);
  await context.close();
});
