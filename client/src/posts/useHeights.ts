import { type RefObject, useEffect, useState } from "react";
import type { CacheSnapshot, WindowVirtualizerHandle } from "virtua";

// lives as long as the page does
const measured = new Map<string, CacheSnapshot>();

/** How high the posts of a list were when it was left, so that Back finds the same place. */
export function useHeights(
  place: string,
  list: RefObject<WindowVirtualizerHandle | null>,
  drawn: boolean,
): { cache?: CacheSnapshot } {
  const [cache] = useState(() => measured.get(place));
  useEffect(() => {
    const handle = list.current;
    return () => {
      if (handle) measured.set(place, handle.cache);
    };
  }, [place, list, drawn]);
  return cache ? { cache } : {};
}
