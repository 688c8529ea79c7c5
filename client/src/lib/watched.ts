import { useSyncExternalStore } from "react";

/** A value outside of React. */
export interface Watched<Value> {
  get: () => Value;
  set: (value: Value) => void;
  /** Told whenever it is another, until the returned function is called. */
  watch: (watcher: (value: Value) => void) => () => void;
}

/** One that begins as this. */
export function watched<Value>(value: Value): Watched<Value> {
  const watchers = new Set<(value: Value) => void>();
  return {
    get: () => value,
    set: (next) => {
      if (next === value) return;
      value = next;
      for (const watcher of watchers) watcher(next);
    },
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

/**
 * Something outside of React, drawn again as it changes; `get` answers the same as long as it is the same. Where the server
 * can't know it, `getDrawn` says what it draws instead, and the page at first.
 */
export const useWatched = <Value>(
  { get, watch }: { get: () => Value; watch: (watcher: () => void) => () => void },
  getDrawn = get,
): Value => useSyncExternalStore(watch, get, getDrawn);
