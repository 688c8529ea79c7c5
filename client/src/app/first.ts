import { type DrawnHome, drawnId, startApi } from "@meridian/shared/start";
import { channelsQuery, unreadQuery } from "../channels/queries.ts";
import { companyQuery } from "../company/queries.ts";
import { accessToken, signedInForNow } from "../lib/access.ts";
import { queryClient } from "../lib/cache.ts";
import { drawn } from "../lib/drawn.ts";
import { call } from "../lib/call.ts";
import { officesQuery } from "../offices/queries.ts";
import { presenceQuery } from "../people/queries.ts";
import { marksQuery, streamQuery } from "../posts/queries.ts";

/** Milliseconds after which a page that is still empty is better than none. */
const patience = 400;

/** In which part of the first answer each query finds its own. */
const parts = [
  [channelsQuery, "channels"],
  [companyQuery, "company"],
  [marksQuery, "marks"],
  [officesQuery, "offices"],
  [presenceQuery, "presence"],
  [unreadQuery, "unread"],
] as const;
const homeQuery = streamQuery({ kind: "home" });

/** Takes over what the server has drawn the page from; false where it has drawn none, or for somebody else than is here now. */
export function takeDrawn(): boolean {
  const place = document.getElementById(drawnId);
  if (!place) return false;
  const given = JSON.parse(place.textContent) as DrawnHome;
  place.remove();
  if (!signedInForNow(given.me)) return false;
  hold(given);
  return true;
}

/**
 * Fetches what a page begins with, once it is known who is here. To draw all of it at once takes a slow phone half the time
 * of one part after the other.
 */
export async function fetchFirst(known: Promise<unknown>): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, patience));
  await Promise.race([known.then(fetchAll), late]);
}

async function fetchAll(): Promise<void> {
  if (!accessToken()) return;
  const start = call(startApi.show, {});
  await Promise.all([
    location.pathname === "/" && queryClient.prefetchInfiniteQuery(homeQuery),
    ...parts.map(([{ queryKey }, part]) =>
      queryClient.prefetchQuery({ queryKey, queryFn: async () => (await start)[part] }),
    ),
  ]);
}

/** As if Home's first answers had just been fetched, and the page were drawn when the server has drawn it. */
export function hold({ at, start, home }: DrawnHome): void {
  drawn.at = at;
  for (const [{ queryKey }, part] of parts) queryClient.setQueryData<unknown>(queryKey, start[part]);
  queryClient.setQueryData(homeQuery.queryKey, { pages: [{ ...home, previous: null }], pageParams: [null] });
}
