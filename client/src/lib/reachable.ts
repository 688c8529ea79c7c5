import { useWatched } from "./watched.ts";

let away = false;
const watchers = new Set<() => void>();

/** The last answer decides: 503 says that the database is away, any other that it is back. */
export function noteAnswer(status: number): void {
  const now = status === 503;
  if (now === away) return;
  away = now;
  watchers.forEach((watcher) => watcher());
}

/** Whether the server answers, but can't reach its database. */
export const useDatabaseAway = (): boolean =>
  useWatched(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => away,
  );
