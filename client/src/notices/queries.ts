import { decisionsApi } from "@meridian/shared/decisions";
import { noticesApi } from "@meridian/shared/notices";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "../lib/call.ts";

export const noticesQuery = infiniteQueryOptions({
  queryKey: ["notices", "list"],
  queryFn: ({ pageParam, signal }) =>
    call(noticesApi.list, { limit: 30, ...(pageParam && { before: pageParam }) }, { signal }),
  initialPageParam: "",
  getNextPageParam: (page) => page.next,
});

/** Below "notices": whatever happens to a decision is told by one. */
export const decisionQuery = (id: string) =>
  queryOptions({
    queryKey: ["notices", "decision", id],
    queryFn: ({ signal }) => call(decisionsApi.show, { id }, { signal }),
  });
