import { useCallback } from "react";
import { drawn } from "./drawn.ts";
import { useWatched } from "./watched.ts";

const watchers = new Map<() => void, number>();
let timer: ReturnType<typeof setTimeout> | undefined;

const floor = (interval: number, at = Date.now()): number => Math.floor(at / interval) * interval;

/** One timer for all who watch: it rings when the next of them has something new to show. */
function arm(): void {
  clearTimeout(timer);
  if (watchers.size === 0) return;
  const next = Math.min(...[...watchers.values()].map((interval) => floor(interval) + interval));
  timer = setTimeout(ring, next - Date.now() + 5);
}

function ring(): void {
  for (const watcher of watchers.keys()) watcher();
  arm();
}

/** Timers sleep in hidden tabs. */
const wake = (): void => {
  if (document.visibilityState === "visible") ring();
};

function watch(watcher: () => void, interval: number): () => void {
  if (watchers.size === 0) document.addEventListener("visibilitychange", wake);
  watchers.set(watcher, interval);
  arm();
  return () => {
    watchers.delete(watcher);
    if (watchers.size === 0) document.removeEventListener("visibilitychange", wake);
    arm();
  };
}

/** The time in milliseconds, rounded down to the interval and so aligned to the minute; renders again as it moves on. */
export function useNow(interval = 60_000): number {
  const subscribe = useCallback((watcher: () => void) => watch(watcher, interval), [interval]);
  return useWatched({ get: () => floor(interval), watch: subscribe }, () => floor(interval, drawn.at));
}
