import { useEffect, useLayoutEffect } from "react";
import { onLeave, useLocation } from "../lib/navigation.ts";
import { scrolled } from "../lib/scrolled.ts";

const name = "scroll";

/** How far down each place was read when it was left, by its key. */
const left = new Map<string, number>(kept());

/** Forward begins at the top or where the address says; Back, Forward and a reload where the reader was. */
export function useScroll(): void {
  const { key, hash, preventScrollReset } = useLocation();
  useEffect(() => {
    history.scrollRestoration = "manual";
    return onLeave((place) => void left.set(place.key, scrolled()));
  }, []);
  useEffect(() => {
    const keep = () => {
      left.set(key, scrolled());
      try {
        sessionStorage.setItem(name, JSON.stringify([...left]));
      } catch {
        // storage is closed or full: a reload begins at the top
      }
    };
    window.addEventListener("pagehide", keep);
    return () => window.removeEventListener("pagehide", keep);
  }, [key]);
  useLayoutEffect(() => {
    const place = left.get(key);
    const target = hash && document.getElementById(hash.slice(1));
    if (place !== undefined) window.scrollTo(0, place);
    else if (target) target.scrollIntoView();
    // where the page was opened it stands at its top, or where the reader went before it could be used
    else if (!preventScrollReset && key !== "default") window.scrollTo(0, 0);
  }, [key, hash, preventScrollReset]);
}

function kept(): [string, number][] {
  const [opening] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (opening?.type === "navigate") return [];
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? "[]") as [string, number][];
  } catch {
    return [];
  }
}
