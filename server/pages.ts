/** The Remix pages: built ones in production, Vite's while developing. */
import { existsSync } from "node:fs";
import type { Server } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createRequestHandler, type GetLoadContextFunction } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express, { type RequestHandler } from "express";
import { withTroublesTold } from "#app/http/told-troubles.server.ts";

export interface Pages {
  /** Scripts, styles, fonts and icons: those whose names change with their content, then the others. */
  readonly files: { readonly assets: RequestHandler[]; readonly others: RequestHandler[] };
  /** Answers with a page; waits while they are being loaded. */
  answer(getLoadContext: GetLoadContextFunction): RequestHandler;
  /** Makes the pages ready to answer. They take longer to load than all the rest. */
  load(): Promise<void>;
  isLoaded(): boolean;
  close(): Promise<void>;
}

const YEAR = "365d";
const here = dirname(fileURLToPath(import.meta.url));

export function builtPages(): Pages {
  // Beside the bundle, or in the project when the sources are run.
  const folder = [join(here, ".."), join(here, "../build")].find((path) => existsSync(join(path, "server/pages.js")));
  if (folder === undefined) throw new Error("The pages are not built; run npm run build.");
  const client = join(folder, "client");
  const address = pathToFileURL(join(folder, "server/pages.js")).href;
  let loading: Promise<ServerBuild> | null = null;
  let isLoaded = false;
  const load = () => {
    loading ??= import(address) as Promise<ServerBuild>;
    return loading;
  };
  return {
    files: {
      assets: [express.static(join(client, "assets"), { index: false, immutable: true, maxAge: YEAR })],
      others: [express.static(client, { index: false, redirect: false, maxAge: "1h", dotfiles: "ignore" })],
    },
    answer(getLoadContext) {
      const handler = () =>
        load().then((build) => createRequestHandler({ build: withTroublesTold(build), getLoadContext }));
      let ready: ReturnType<typeof handler> | null = null;
      return (request, response, next) => {
        ready ??= handler();
        ready.then((answer) => answer(request, response, next)).catch(next);
      };
    },
    async load() {
      await load();
      isLoaded = true;
    },
    isLoaded: () => isLoaded,
    close: async () => undefined,
  };
}

/** @param server carries Vite's own socket beside ours, on one port */
export async function livePages(server: Server): Promise<Pages> {
  const vite = await (await import("vite")).createServer({ server: { middlewareMode: true, hmr: { server } } });
  const build = async () =>
    withTroublesTold((await vite.ssrLoadModule("virtual:remix/server-build")) as unknown as ServerBuild);
  return {
    files: { assets: [], others: [vite.middlewares] },
    answer: (getLoadContext) => createRequestHandler({ build, getLoadContext }),
    load: async () => undefined,
    isLoaded: () => true,
    close: () => vite.close(),
  };
}
