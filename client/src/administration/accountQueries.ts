import { type AccountsQuery, accountsApi } from "@meridian/shared/accounts";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "../lib/call.ts";

/** Everybody who ever was here. Below "directory": a change to anybody has it asked for again. */
export const accountsQuery = (search: AccountsQuery) =>
  infiniteQueryOptions({
    queryKey: ["directory", "accounts", search],
    queryFn: ({ pageParam, signal }) =>
      call(accountsApi.list, { ...search, limit: 50, ...(pageParam && { after: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    // sessions come and go without a word
    staleTime: 0,
  });

/** What would go over with a merge, as it is now. */
export const mergeQuery = (id: string, into: string) =>
  queryOptions({
    queryKey: ["merge", id, into],
    queryFn: ({ signal }) => call(accountsApi.previewMerge, { id, into }, { signal }),
    staleTime: 0,
    gcTime: 0,
  });
