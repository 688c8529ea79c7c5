import { type Query, QueryClient, type QueryFilters, type QueryKey } from "@tanstack/react-query";
import { CallError } from "./call.ts";

/** Live updates keep what is shown true: nothing is fetched again for having grown old. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      networkMode: "always",
      // without a network that is said at once
      retry: (failures, error) =>
        failures < 4 && navigator.onLine && error instanceof CallError && error.passing,
      // what failed for the moment comes back by itself
      refetchInterval: ({ state }) =>
        state.error instanceof CallError && state.error.passing ? 5_000 : false,
      retryDelay: (failure) => Math.min(8_000, 500 * 2 ** failure) * (0.5 + Math.random() / 2),
    },
    mutations: { networkMode: "always" },
  },
});

/** A change that an event makes to what a query holds. It is applied twice at times and must not mind. */
export type Change<Data> = (data: Data, key: QueryKey) => Data;

const later = new Map<string, Change<unknown>[]>();

/**
 * Changes what these queries hold now, and once more when the answers in flight have landed: an answer that was
 * read before the event would otherwise undo it.
 */
export function patch<Data>(filters: QueryFilters, change: Change<Data>): void {
  for (const query of queryClient.getQueryCache().findAll(filters)) {
    if (query.state.fetchStatus === "fetching") {
      later.set(query.queryHash, [...(later.get(query.queryHash) ?? []), change as Change<unknown>]);
    }
    apply(query, change as Change<unknown>);
  }
}

function apply(query: Query, change: Change<unknown>): void {
  if (query.state.data === undefined) return;
  const updatedAt = query.state.dataUpdatedAt;
  queryClient.setQueryData(query.queryKey, (data: unknown) => change(data, query.queryKey), { updatedAt });
}

queryClient.getQueryCache().subscribe((event) => {
  if (event.type !== "updated") return;
  const landed = event.action.type === "success" && !event.action.manual;
  if (!landed && event.action.type !== "error") return;
  const changes = later.get(event.query.queryHash);
  if (!changes) return;
  later.delete(event.query.queryHash);
  if (landed) for (const change of changes) apply(event.query, change);
});
