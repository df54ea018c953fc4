/** The Remix pages: built ones in production, Vite's while developing. */
import { existsSync } from "node:fs";
import type { Server } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import express, { type RequestHandler, Router } from "express";

export interface Pages {
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  /** Scripts, styles, fonts and icons. */
  readonly files: RequestHandler[];
  close(): Promise<void>;
}

const YEAR = "365d";
const here = dirname(fileURLToPath(import.meta.url));

export async function builtPages(): Promise<Pages> {
  // Beside the bundle, or in the project when the sources are run.
  const folder = [join(here, ".."), join(here, "../build")].find((path) => existsSync(join(path, "server/pages.js")));
  if (folder === undefined) throw new Error("The pages are not built; run npm run build.");
  const client = join(folder, "client");
  const build = (await import(pathToFileURL(join(folder, "server/pages.js")).href)) as ServerBuild;
  return {
    build,
    files: [
      // Their names change with their content.
      express.static(join(client, "assets"), { index: false, immutable: true, maxAge: YEAR, dotfiles: "ignore" }),
      express.static(client, { index: false, redirect: false, maxAge: "1h", dotfiles: "ignore" }),
      // The one folder with a dot that is meant to be read: security.txt.
      Router().use("/.well-known", express.static(join(client, ".well-known"), { index: false, redirect: false })),
    ],
    close: async () => undefined,
  };
}

/** @param server carries Vite's own socket beside ours, on one port */
export async function livePages(server: Server): Promise<Pages> {
  const vite = await (await import("vite")).createServer({ server: { middlewareMode: true, hmr: { server } } });
  return {
    build: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>,
    files: [vite.middlewares],
    close: () => vite.close(),
  };
}
