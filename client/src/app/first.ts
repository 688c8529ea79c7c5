import { startApi } from "@meridian/shared/start";
import { channelsQuery, unreadQuery } from "../channels/queries.ts";
import { companyQuery } from "../company/queries.ts";
import { accessToken } from "../lib/access.ts";
import { queryClient } from "../lib/cache.ts";
import { call } from "../lib/call.ts";
import { officesQuery } from "../offices/queries.ts";
import { presenceQuery } from "../people/queries.ts";
import { marksQuery, streamQuery } from "../posts/queries.ts";

/** Milliseconds after which a page that is still empty is better than none. */
const patience = 400;

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
    location.pathname === "/" && queryClient.prefetchInfiniteQuery(streamQuery({ kind: "home" })),
    queryClient.prefetchQuery({ ...channelsQuery, queryFn: async () => (await start).channels }),
    queryClient.prefetchQuery({ ...companyQuery, queryFn: async () => (await start).company }),
    queryClient.prefetchQuery({ ...marksQuery, queryFn: async () => (await start).marks }),
    queryClient.prefetchQuery({ ...officesQuery, queryFn: async () => (await start).offices }),
    queryClient.prefetchQuery({ ...presenceQuery, queryFn: async () => (await start).presence }),
    queryClient.prefetchQuery({ ...unreadQuery, queryFn: async () => (await start).unread }),
  ]);
}
