import { onServer } from "./drawn.ts";
import { useWatched, watched } from "./watched.ts";

export interface Remembered<T extends string> {
  get: () => T;
  set: (value: T) => void;
  use: () => T;
}

/** A choice of one of some words, kept in this browser under a name; other tabs follow. */
export function remembered<T extends string>(name: string, words: readonly [T, ...T[]]): Remembered<T> {
  const kept = () => {
    const saved = read(name);
    return words.find((word) => word === saved) ?? words[0];
  };
  const choice = watched(kept());
  if (!onServer)
    addEventListener("storage", ({ key }) => {
      if (key === name || key === null) choice.set(kept());
    });
  const set = (value: T): void => {
    try {
      localStorage.setItem(name, value);
    } catch {
      // storage is closed to this page: the choice holds as long as the page does
    }
    choice.set(value);
  };
  return { get: choice.get, set, use: () => useWatched(choice) };
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
