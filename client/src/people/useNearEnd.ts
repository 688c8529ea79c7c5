import { type RefCallback, useCallback, useEffect, useRef } from "react";

/** Calls back as the element comes near the window's lower edge. */
export function useNearEnd(near: () => void): RefCallback<HTMLElement> {
  const latest = useRef(near);
  useEffect(() => {
    latest.current = near;
  });
  return useCallback((element: HTMLElement | null) => {
    if (!element || typeof IntersectionObserver === "undefined") return;
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) latest.current();
      },
      { rootMargin: "0px 0px 800px" },
    );
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
}
