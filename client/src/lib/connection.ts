import { useWatched, watched } from "./watched.ts";

export type Connection = "connecting" | "live" | "lost";

/** What the live connection is like. */
export const connection = watched<Connection>("connecting");

export const useConnection = (): Connection => useWatched(connection);
