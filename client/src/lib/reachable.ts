import { useWatched, watched } from "./watched.ts";

const away = watched(false);

/** The last answer decides: 503 says that the database is away, any other that it is back. */
export const noteAnswer = (status: number): void => away.set(status === 503);

/** Whether the server answers, but can't reach its database. */
export const useDatabaseAway = (): boolean => useWatched(away);
