import { useWatched } from "./watched.ts";

export type Connection = "connecting" | "live" | "lost";

let connection: Connection = "connecting";
const watchers = new Set<(connection: Connection) => void>();

/** What the live connection is like from now on. */
export function showConnection(next: Connection): void {
  if (connection === next) return;
  connection = next;
  watchers.forEach((watcher) => watcher(next));
}

/** Told whenever it changes, until the returned function is called. */
export function watchConnection(watcher: (connection: Connection) => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export const useConnection = (): Connection => useWatched(watchConnection, () => connection);
