import {
  type InvalidateOptions,
  type InvalidateQueryFilters,
  type Query,
  QueryClient,
  type QueryFilters,
  type QueryKey,
} from "@tanstack/react-query";
import { CallError } from "./call.ts";

/** First fetches under way that an event has made untrue: they can't be broken off, so they are made twice. */
const twice = new Set<string>();

class LiveQueryClient extends QueryClient {
  override invalidateQueries(filters?: InvalidateQueryFilters, options?: InvalidateOptions): Promise<void> {
    for (const { queryHash, state } of this.getQueryCache().findAll(filters))
      if (state.fetchStatus === "fetching" && state.data === undefined) twice.add(queryHash);
    return super.invalidateQueries(filters, options);
  }
}

/** Live updates keep what is shown true: nothing is fetched again for having grown old. */
export const queryClient = new LiveQueryClient({
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

/**
 * Fetches anew what these queries show, after an event that takes back earlier ones: these must not change the answers that are
 * asked for now.
 */
export function fetchAnew(filters: QueryFilters): Promise<void> {
  for (const { queryHash, state } of queryClient.getQueryCache().findAll(filters))
    if (state.data !== undefined) later.delete(queryHash);
  return queryClient.invalidateQueries(filters);
}

function apply(query: Query, change: Change<unknown>): void {
  if (query.state.data === undefined) return;
  const updatedAt = query.state.dataUpdatedAt;
  queryClient.setQueryData(query.queryKey, (data: unknown) => change(data, query.queryKey), { updatedAt });
}

queryClient.getQueryCache().subscribe((event) => {
  if (event.type !== "updated") return;
  // what came before it is in its answer, also where the one before it was broken off
  if (event.action.type === "fetch") later.delete(event.query.queryHash);
  const landed = event.action.type === "success" && !event.action.manual;
  if (!landed && event.action.type !== "error") return;
  const { queryHash, queryKey } = event.query;
  const changes = later.get(queryHash) ?? [];
  later.delete(queryHash);
  const again = twice.delete(queryHash);
  if (!landed) return;
  for (const change of changes) apply(event.query, change);
  if (again) void queryClient.invalidateQueries({ queryKey, exact: true });
});
