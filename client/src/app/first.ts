import { type DrawnHome, drawnId, startApi } from "@meridian/shared/start";
import { channelsQuery, unreadQuery } from "../channels/queries.ts";
import { companyQuery } from "../company/queries.ts";
import { currentMe } from "../lib/access.ts";
import { queryClient } from "../lib/cache.ts";
import { drawn } from "../lib/drawn.ts";
import { call } from "../lib/call.ts";
import { officesQuery } from "../offices/queries.ts";
import { presenceQuery } from "../people/queries.ts";
import { marksQuery, streamQuery } from "../posts/queries.ts";

/** Milliseconds after which a page that is still empty is better than none, and better than one that can't be used. */
const patience = { empty: 400, drawn: 4_000 };

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

/**
 * Fetches what a page begins with, once it is known who is here. To draw all of it at once takes a slow phone half the time
 * of one part after the other. What the server has drawn the page with is not asked for again. Answers whether that is what
 * the page begins with.
 */
export async function fetchFirst(known: Promise<unknown>): Promise<boolean> {
  const place = document.getElementById(drawnId);
  const given = place ? (JSON.parse(place.textContent) as DrawnHome) : undefined;
  place?.remove();
  const late = new Promise<false>((resolve) =>
    setTimeout(() => resolve(false), given ? patience.drawn : patience.empty),
  );
  return Promise.race([known.then(() => fetchAll(given)), late]);
}

async function fetchAll(given: DrawnHome | undefined): Promise<boolean> {
  const me = currentMe();
  if (!me) return false;
  // between the drawing and now somebody else may have signed in
  if (given?.me.id === me.id) {
    hold(given);
    return true;
  }
  const start = call(startApi.show, {});
  await Promise.all([
    location.pathname === "/" && queryClient.prefetchInfiniteQuery(homeQuery),
    ...parts.map(([{ queryKey }, part]) =>
      queryClient.prefetchQuery({ queryKey, queryFn: async () => (await start)[part] }),
    ),
  ]);
  return false;
}

/** As if Home's first answers had just been fetched, and the page were drawn when the server has drawn it. */
export function hold({ at, start, home }: DrawnHome): void {
  drawn.at = at;
  for (const [{ queryKey }, part] of parts) queryClient.setQueryData<unknown>(queryKey, start[part]);
  queryClient.setQueryData(homeQuery.queryKey, { pages: [{ ...home, previous: null }], pageParams: [null] });
}
