import { useWatched } from "./watched.ts";

export interface Asked<T> {
  ask: (what: T) => void;
  stop: () => void;
  /** What is asked now, for the one place on the page that shows the question. */
  use: () => T | null;
}

/** A question that can be asked from any page. */
export function asked<T>(): Asked<T> {
  let now: T | null = null;
  const watchers = new Set<() => void>();
  const set = (next: T | null) => {
    now = next;
    watchers.forEach((watcher) => watcher());
  };
  const watch = (watcher: () => void) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  };
  return { ask: set, stop: () => set(null), use: () => useWatched(watch, () => now) };
}
