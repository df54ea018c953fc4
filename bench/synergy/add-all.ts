import type { SynergyInitiative } from "#domain/synergy/types.ts";
import type { EngineThread } from "#server/synergy/thread.ts";
import { manyInitiatives } from "./corpus.ts";

const PAGE = 200;

/** Gives the thread so many initiatives, page by page as the server does. */
export async function addAll(thread: EngineThread, count: number): Promise<void> {
  let page: SynergyInitiative[] = [];
  for (const initiative of manyInitiatives(count)) {
    page.push(initiative);
    if (page.length < PAGE) continue;
    await thread.perform({ do: "add", initiatives: page });
    page = [];
  }
  await thread.perform({ do: "add", initiatives: page });
}
