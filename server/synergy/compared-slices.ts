/** What the thread finds when it compares everything, slice by slice. */
import type { Slice } from "./protocol.ts";
import type { EngineThread } from "./thread.ts";

/**
 * The next slice is asked for before one is handed out: the thread compares while that one is stored. A slice that was asked for is
 * handed out even when nobody wants more, because the engine takes for told what is in it.
 *
 * @param isEnough asked before each slice
 */
export async function* comparedSlices(
  thread: Pick<EngineThread, "perform">,
  isEnough: () => boolean,
): AsyncGenerator<Slice> {
  const ask = (): Promise<Slice> | null => (isEnough() ? null : thread.perform({ do: "compareAll" }));
  for (let next = ask(); next !== null; ) {
    const slice = await next;
    next = slice.isDone ? null : ask();
    // The thread may end while this slice is stored; whoever asks for the next one hears of it.
    next?.catch(() => undefined);
    yield slice;
  }
}
