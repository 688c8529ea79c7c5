import { type CasesPage, type CasesQuery, casesApi } from "@meridian/shared/cases";
import { deskApi } from "@meridian/shared/desk";
import { infiniteQueryOptions, queryOptions, useQuery } from "@tanstack/react-query";
import { call } from "../lib/call.ts";

export const casesQuery = (filters: CasesQuery) =>
  infiniteQueryOptions({
    queryKey: ["cases", "list", filters],
    queryFn: ({ pageParam, signal }) =>
      call(casesApi.list, { ...filters, limit: 50, ...(pageParam && { after: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ["cases", "one", id],
    queryFn: ({ signal }) => call(casesApi.show, { id }, { signal }),
  });

const countsQuery = queryOptions({
  queryKey: ["cases", "counts"],
  queryFn: async ({ signal }): Promise<CasesPage["counts"]> =>
    (await call(casesApi.list, { limit: 1 }, { signal })).counts,
});

/** What waits on the desk, for whoever may see it. */
export const useCaseCounts = (enabled = true): CasesPage["counts"] | undefined =>
  useQuery({ ...countsQuery, enabled }).data;

/** The day goes on without an event: asked for again each minute while it is shown. */
export const rotaQuery = queryOptions({
  queryKey: ["rota"],
  queryFn: ({ signal }) => call(deskApi.rota, {}, { signal }),
  staleTime: 60_000,
  refetchInterval: 60_000,
});

export const figuresQuery = queryOptions({
  queryKey: ["cases", "figures"],
  queryFn: ({ signal }) => call(deskApi.figures, {}, { signal }),
});
