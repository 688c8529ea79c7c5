import { useWatched, watched } from "./watched.ts";

export interface Asked<T> {
  ask: (what: T) => void;
  stop: () => void;
  /** What is asked now, for the one place on the page that shows the question. */
  use: () => T | null;
}

/** A question that can be asked from any page. */
export function asked<T>(): Asked<T> {
  const now = watched<T | null>(null);
  return { ask: now.set, stop: () => now.set(null), use: () => useWatched(now) };
}
