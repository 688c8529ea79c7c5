import { decisionsApi } from "@meridian/shared/decisions";
import { noticesApi } from "@meridian/shared/notices";
import { infiniteQueryOptions, queryOptions, useQuery } from "@tanstack/react-query";
import { call } from "../lib/call.ts";

export const noticesQuery = infiniteQueryOptions({
  queryKey: ["notices", "list"],
  queryFn: ({ pageParam, signal }) =>
    call(noticesApi.list, { limit: 30, ...(pageParam && { before: pageParam }) }, { signal }),
  initialPageParam: "",
  getNextPageParam: (page) => page.next,
});

const unreadQuery = queryOptions({
  queryKey: ["notices", "unread"],
  queryFn: async ({ signal }) => (await call(noticesApi.list, { limit: 1 }, { signal })).unread,
});

/** How many notices have not been read. */
export const useUnreadNotices = (): number => useQuery(unreadQuery).data ?? 0;

/** Below "notices": whatever happens to a decision is told by one. */
export const decisionQuery = (id: string) =>
  queryOptions({
    queryKey: ["notices", "decision", id],
    queryFn: ({ signal }) => call(decisionsApi.show, { id }, { signal }),
  });
