import { useWatched } from "./watched.ts";

/** No browser is here: pages are drawn for readers elsewhere. */
export const onServer = typeof window === "undefined";

/** Of the page that the server has drawn; on the server of the one that is drawn now. */
export const drawn: {
  /** When that was, in milliseconds. */
  at?: number;
} = {};

/** Says to the server what it draws the next page by, in a cookie. */
export function tellServer(name: "language" | "theme", value: string): void {
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=strict`;
}

const never = { get: () => true, watch: () => () => {} };

/** Whether a part of the page can be used, not only seen: what the server has drawn can't, until the page takes over. */
export const useUsable = (): boolean => useWatched(never, () => false);
