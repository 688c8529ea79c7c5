import { useSyncExternalStore } from "react";

/** Something that somebody is about to report; `name` is its author's. */
export interface Reported {
  kind: "post" | "profile";
  id: string;
  name: string;
}

let reported: Reported | null = null;
const watchers = new Set<() => void>();

function set(next: Reported | null): void {
  reported = next;
  watchers.forEach((watcher) => watcher());
}

/** Opens the question why. */
export const report = (what: Reported): void => set(what);
export const stopReporting = (): void => set(null);

export const useReported = (): Reported | null =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => reported,
  );
