/** The product with `seed load`'s data and the account that may write all of it. */
import type { Browser, Page } from "playwright-core";
import { Product } from "../tests/product.ts";
import type { Door } from "./participant.ts";

export interface LoadedBoard {
  readonly id: string;
  readonly room: string;
  readonly url: string;
  readonly initiatives: number;
}

export interface Loaded {
  readonly product: Product;
  readonly boards: readonly LoadedBoard[];
  /** Of the signed-in account, for pages. */
  readonly headers: Readonly<Record<string, string>>;
  door(board: LoadedBoard): Door;
  /** A board without content that nobody was given before. */
  emptyBoard(): LoadedBoard;
}

/** @param emptyBoards boards without content, beside 98 with 40 initiatives each */
export async function startLoaded(emptyBoards: number): Promise<Loaded> {
  const product = await Product.prepare({ environment: { LIMITS: "unbounded" } });
  const size = ["--municipalities", "98", "--initiatives", "40", "--boards", String(emptyBoards)];
  const { email } = await product.cli<{ email: string }>("seed", "load", ...size);
  await product.start();
  const boards = await product.cli<LoadedBoard[]>("boards");
  const headers = { Cookie: await signIn(product, email), Origin: product.origin };
  const sockets = product.origin.replace("http", "ws");
  const empty = boards.filter(({ initiatives }) => initiatives === 0);
  return {
    product,
    boards,
    headers,
    door: (board) => ({ url: `${sockets}/collab/${board.room}`, headers }),
    emptyBoard() {
      const board = empty.pop();
      if (board === undefined) throw new Error("Every empty board is in use.");
      return board;
    },
  };
}

/** A page in a context of its own, signed in. */
export async function newPage(browser: Browser, { product, headers }: Loaded): Promise<Page> {
  const page = await emptyPage(browser);
  const [name = "", value = ""] = headers["Cookie"]?.split("=") ?? [];
  await page.context().addCookies([{ name, value, url: product.origin }]);
  return page;
}

/** A page in a context of its own, of nobody. */
export async function emptyPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "da-DK" });
  // The compiler of these sources names functions by a helper that functions sent to a page lack.
  await context.addInitScript("globalThis.__name = (one) => one");
  return context.newPage();
}

/** @returns the session's cookie as a request sends it */
async function signIn(product: Product, email: string): Promise<string> {
  const { url } = await product.cli<{ url: string }>("sign-in-link", email);
  const answer = await fetch(url, { method: "POST", headers: { Origin: product.origin }, redirect: "manual" });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  if (answer.status !== 303 || cookies.length === 0) throw new Error(`Signing in answered ${answer.status}.`);
  return cookies.join("; ");
}
