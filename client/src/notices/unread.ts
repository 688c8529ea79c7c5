import { noticesApi } from "@meridian/shared/notices";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { call } from "../lib/call.ts";

const unreadQuery = queryOptions({
  queryKey: ["notices", "unread"],
  queryFn: async ({ signal }) => (await call(noticesApi.list, { limit: 1 }, { signal })).unread,
});

/** How many notices have not been read. */
export const useUnreadNotices = (): number => useQuery(unreadQuery).data ?? 0;
