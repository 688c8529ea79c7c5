import { peopleApi } from "@meridian/shared/people";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "../lib/call.ts";

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ["people", "one", id],
    queryFn: ({ signal }) => call(peopleApi.show, { id }, { signal }),
  });

export const personByHandleQuery = (handle: string) =>
  queryOptions({
    queryKey: ["people", "handle", handle],
    queryFn: ({ signal }) => call(peopleApi.byHandle, { handle }, { signal }),
  });

export interface DirectorySearch {
  officeId?: string | undefined;
  skill?: string | undefined;
  q?: string | undefined;
}

/** The directory: what can't be decided here is fetched again when somebody changes. */
export const directoryQuery = (search: DirectorySearch) =>
  infiniteQueryOptions({
    queryKey: ["directory", search],
    queryFn: ({ pageParam, signal }) =>
      call(peopleApi.list, { ...search, limit: 50, ...(pageParam && { after: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });

/** A few people whose name, handle or job starts so: for completion. */
export const completionQuery = (q: string) =>
  queryOptions({
    queryKey: ["directory", "completion", q],
    queryFn: ({ signal }) => call(peopleApi.list, { q, limit: 8 }, { signal }),
  });

export const presenceQuery = queryOptions({
  queryKey: ["presence"],
  queryFn: ({ signal }) => call(peopleApi.presence, {}, { signal }),
});
