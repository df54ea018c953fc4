/**
 * The document of a live workshop's rooms, which the server alone writes: one map for each section of the view, and in it one plain
 * value for each thing, so that a change of one thing travels alone.
 */
import type * as Y from "yjs";
import { LIVE_SECTIONS, type LiveSection, type LiveView } from "#domain/live/view.ts";

/** Sections that are not given stay as they stand. */
export function writeLiveView(doc: Y.Doc, view: Partial<LiveView>): void {
  for (const [section, given] of Object.entries(view) as [LiveSection, LiveView[LiveSection]][]) {
    const map = doc.getMap(section);
    const values: Readonly<Record<string, unknown>> = given;
    for (const id of map.keys()) if (!Object.hasOwn(values, id)) map.delete(id);
    for (const [id, value] of Object.entries(values)) {
      if (JSON.stringify(map.get(id)) !== JSON.stringify(value)) map.set(id, value);
    }
  }
}

/** Null before the server has written anything. */
export function readLiveView(doc: Y.Doc): LiveView | null {
  const view = Object.fromEntries(LIVE_SECTIONS.map((section) => [section, doc.getMap(section).toJSON()]));
  return (view as unknown as LiveView).stage.now === undefined ? null : (view as unknown as LiveView);
}
