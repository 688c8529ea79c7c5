import { useWatched, type Watched } from "../lib/watched.ts";

/** A text that somebody is writing. It is outside of React, so that a letter draws only what it changes. */
export type Written = Watched<string>;

/** What follows from a text, drawn again when that changes. On the server nothing is written yet. */
export const useWritten = <Value extends string | number | boolean | undefined>(
  { get, watch }: Written,
  of: (text: string) => Value,
): Value => useWatched({ get: () => of(get()), watch }, () => of(""));
