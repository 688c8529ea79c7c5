import { useWatched } from "../lib/watched.ts";

/** A text that somebody is writing. It is outside of React, so that a letter draws only what it changes. */
export interface Written {
  get: () => string;
  set: (text: string) => void;
  watch: (watcher: () => void) => () => void;
}

/** One that `keep` hears of at each letter. */
export function written(text: string, keep: (text: string) => void): Written {
  const watchers = new Set<() => void>();
  return {
    get: () => text,
    set: (now) => {
      text = now;
      keep(now);
      for (const watcher of watchers) watcher();
    },
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

/** What follows from a text, drawn again when that changes. On the server nothing is written yet. */
export const useWritten = <Value extends string | number | boolean | undefined>(
  text: Written,
  of: (text: string) => Value,
): Value =>
  useWatched(
    text.watch,
    () => of(text.get()),
    () => of(""),
  );
