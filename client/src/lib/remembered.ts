import { useWatched } from "./watched.ts";

export interface Remembered<T extends string> {
  get: () => T;
  set: (value: T) => void;
  use: () => T;
}

/** A choice of one of some words, kept in this browser under a name; other tabs follow. */
export function remembered<T extends string>(name: string, words: readonly [T, ...T[]]): Remembered<T> {
  const watchers = new Set<() => void>();
  let unsaved: T | undefined;
  const get = (): T => {
    const saved = unsaved ?? read(name);
    return words.find((word) => word === saved) ?? words[0];
  };
  const heard = (event: StorageEvent): void => {
    if (event.key === name || event.key === null) for (const watcher of watchers) watcher();
  };
  const watch = (watcher: () => void): (() => void) => {
    if (watchers.size === 0) window.addEventListener("storage", heard);
    watchers.add(watcher);
    return () => {
      watchers.delete(watcher);
      if (watchers.size === 0) window.removeEventListener("storage", heard);
    };
  };
  const set = (value: T): void => {
    try {
      localStorage.setItem(name, value);
      unsaved = undefined;
    } catch {
      // Storage is closed to this page: the choice holds as long as the page does.
      unsaved = value;
    }
    for (const watcher of watchers) watcher();
  };
  return { get, set, use: () => useWatched(watch, get) };
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
