/** A process of its own: the check of so many initiatives in its thread, with reasons, and nothing stored. Prints milliseconds as JSON. */
import { referenceRegistry } from "#domain/reference-registry.ts";
import { comparedSlices } from "#server/synergy/compared-slices.ts";
import { EngineThread } from "#server/synergy/thread.ts";
import { addAll } from "./add-all.ts";

const thread = new EngineThread();
await thread.perform({ do: "open", registry: referenceRegistry() });
const begun = performance.now();
await addAll(thread, Number(process.argv[2]));
let findings = 0;
for await (const slice of comparedSlices(thread, () => false)) findings += slice.found.length;
const tookMs = performance.now() - begun;
await thread.stop();
if (findings === 0) throw new Error("Nothing was found.");
process.stdout.write(JSON.stringify(tookMs));
