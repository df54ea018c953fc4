/**
 * Waits until `condition` gives something truthy and returns it: the one place where a test lets time pass.
 *
 * @param condition asked every 20 ms; what it throws counts as not yet, and is shown when time is up
 * @param withinMs how long it may take before the test fails; less only where it is said how soon something has to be
 */
export async function until<T>(condition: () => T | Promise<T>, withinMs = 15_000): Promise<NonNullable<T>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const outcome = await attempt(condition);
    if ("value" in outcome && outcome.value) return outcome.value;
    if (Date.now() > deadline) {
      throw new Error(`Not within ${withinMs} ms: ${condition}`, "error" in outcome ? { cause: outcome.error } : {});
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function attempt<T>(condition: () => T | Promise<T>): Promise<{ value: T } | { error: unknown }> {
  try {
    return { value: await condition() };
  } catch (error) {
    return { error };
  }
}
