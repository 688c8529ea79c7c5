import { useSyncExternalStore } from "react";

export type Connection = "connecting" | "live" | "lost";

let connection: Connection = "connecting";
const watchers = new Set<() => void>();

/** What the live connection is like from now on. */
export function showConnection(next: Connection): void {
  if (connection === next) return;
  connection = next;
  watchers.forEach((watcher) => watcher());
}

export const useConnection = (): Connection =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => connection,
  );
