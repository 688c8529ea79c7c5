import { useCallback } from "react";
import { useWatched, type Watched, watched } from "./watched.ts";

export type Params = Readonly<Record<string, string | undefined>>;

/** What a path names. */
export interface Opened {
  /** "/posts/:id" → { id } */
  params: Params;
  /** The page takes the room of the column beside it too. */
  wide: boolean;
}

/** Where the reader is: an entry of the browser's history. */
export interface Place extends Opened {
  pathname: string;
  /** With its "?", or empty. */
  search: string;
  /** With its "#", or empty. */
  hash: string;
  /** What was handed on by whoever led here. */
  state: unknown;
  /** Names the entry, also when Back leads to it again; "default" is where the page was opened. */
  key: string;
  /** Set where the list above stays where it is, such as a filter of it. */
  preventScrollReset: boolean;
}
export type To = string | { pathname: string; search?: string };

interface GoOptions {
  /** Back doesn't lead to where the reader is now. */
  replace?: boolean | undefined;
  state?: unknown;
  preventScrollReset?: boolean | undefined;
}

let open: (pathname: string) => Promise<Opened>;
let place: Watched<Place>;
// the newest wish wins: a page whose code comes late must not take the reader back
let turn = 0;
const leavers = new Set<(left: Place) => void>();

/** Begins where the browser stands. `opens` fetches what a path shows before the reader is led there. */
export async function startNavigation(opens: typeof open): Promise<void> {
  open = opens;
  place = watched(await here());
  window.addEventListener("popstate", () => void follow());
}

/** On the server: pages are drawn as if they had been opened at a path. */
export async function standAt(pathname: string, opens: typeof open): Promise<void> {
  open = opens;
  place = watched(await placeAt({ pathname, search: "", hash: "" }, {}));
}

/** Called with a place just before it is left. */
export function onLeave(leaver: (left: Place) => void): () => void {
  leavers.add(leaver);
  return () => leavers.delete(leaver);
}

/** Called with a place once it is come to. */
export const onArrive = (watcher: (place: Place) => void): (() => void) => place.watch(watcher);

/** Leads the reader to a page, or so many pages back. Resolves when it is shown. */
export async function go(to: To | number, options: GoOptions = {}): Promise<void> {
  if (typeof to === "number") return history.go(to);
  const mine = ++turn;
  const { href, pathname, search, hash } = new URL(hrefOf(to), location.href);
  // what stands in the address of the page that is shown changes at once: a field may show it
  const opened = pathname === place.get().pathname ? place.get() : await open(pathname);
  if (mine !== turn) return;
  const { replace = false, state = null, preventScrollReset = false } = options;
  const key = Math.random().toString(36).slice(2, 10);
  leave();
  history[replace ? "replaceState" : "pushState"]({ key, state }, "", href);
  place.set({ ...opened, pathname, search, hash, state, key, preventScrollReset });
}

/** Back and Forward. A leap within the page, such as to the posts, is the browser's own matter. */
async function follow(): Promise<void> {
  const { pathname, search } = place.get();
  if (!history.state && location.pathname === pathname && location.search === search) return;
  const mine = ++turn;
  leave();
  const next = await here();
  if (mine === turn) place.set(next);
}

const here = (): Promise<Place> => placeAt(location, (history.state ?? {}) as Entry);

/** What this module keeps in an entry of the history. */
interface Entry {
  key?: string;
  state?: unknown;
}

async function placeAt(
  { pathname, search, hash }: Pick<Location, "pathname" | "search" | "hash">,
  { key = "default", state = null }: Entry,
): Promise<Place> {
  return { ...(await open(pathname)), pathname, search, hash, state, key, preventScrollReset: false };
}

function leave(): void {
  for (const leaver of leavers) leaver(place.get());
}

export const hrefOf = (to: To): string => (typeof to === "string" ? to : to.pathname + (to.search ?? ""));

export const useLocation = (): Place => useWatched(place);

export const useParams = (): Params => useLocation().params;

type Search = URLSearchParams | Record<string, string>;

/** What stands after the "?", and a change of it. */
export function useSearchParams(): [
  URLSearchParams,
  (next: Search | ((now: URLSearchParams) => Search), options?: GoOptions) => void,
] {
  const set = useCallback((next: Search | ((now: URLSearchParams) => Search), options?: GoOptions) => {
    const search = new URLSearchParams(
      typeof next === "function" ? next(new URLSearchParams(location.search)) : next,
    ).toString();
    void go({ pathname: location.pathname, search: search && `?${search}` }, options);
  }, []);
  return [new URLSearchParams(useLocation().search), set];
}
