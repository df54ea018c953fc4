import { useSyncExternalStore } from "react";

/** A value that changes outside React. The value is replaced, never changed in place. */
export interface Store<T> {
  get(): T;
  subscribe(listener: () => void): () => void;
}
export interface WritableStore<T> extends Store<T> {
  set(next: T): void;
}

export function createStore<T>(initial: T): WritableStore<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const NEVER = () => () => undefined;

/** The store's value; `fallback` until there is a store, and while the server renders. */
export function useStore<T>(store: Store<T> | null | undefined, fallback: T): T {
  const get = () => (store ? store.get() : fallback);
  return useSyncExternalStore(store?.subscribe ?? NEVER, get, () => fallback);
}

/** A part of the store's value, such as a number or a word; what stands on it is painted anew only when that part changes. */
export function useSelected<T, Part extends string | number | boolean>(
  store: Store<T> | null | undefined,
  fallback: T,
  select: (value: T) => Part,
): Part {
  const get = () => select(store ? store.get() : fallback);
  return useSyncExternalStore(store?.subscribe ?? NEVER, get, () => select(fallback));
}

/** Runs `task` once per frame however often it is asked for; hidden pages get no frames and use a timer. */
export function oncePerFrame(task: () => void): { request(): void; cancel(): void } {
  let frame: number | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const cancel = () => {
    if (frame !== null) cancelAnimationFrame(frame);
    if (timer !== null) clearTimeout(timer);
    frame = null;
    timer = null;
  };
  const run = () => {
    cancel();
    task();
  };
  return {
    request() {
      if (frame !== null || timer !== null) return;
      if (document.hidden) timer = setTimeout(run, 250);
      else frame = requestAnimationFrame(run);
    },
    cancel,
  };
}
