import { useSyncExternalStore } from "react";

/**
 * Something outside of React, drawn again as it changes; `get` answers the same as long as it is the same. Where the server
 * can't know it, `getDrawn` says what it draws instead, and the page at first.
 */
export const useWatched = <Value>(
  watch: (watcher: () => void) => () => void,
  get: () => Value,
  getDrawn = get,
): Value => useSyncExternalStore(watch, get, getDrawn);
