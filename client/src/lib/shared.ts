import { hashKey, QueryObserver, type QueryObserverOptions } from "@tanstack/react-query";
import { queryClient } from "./cache.ts";
import { useWatched } from "./watched.ts";

/**
 * A hook for the many places of a page that show parts of one answer: one observer asks for all of them, and each place is
 * drawn again only when its own part is another. The part is what `select` makes of the answer: a value, or something
 * that is in it.
 */
export function shared<Data>(options: QueryObserverOptions<Data, Error, Data, Data, string[]>) {
  const hash = hashKey(options.queryKey);
  let observer: QueryObserver<Data, Error, Data, Data, string[]> | undefined;
  const watch = (watcher: () => void) => {
    // a new one for the first place, since the cache may have been emptied after the last had gone
    if (!observer?.hasListeners()) observer = new QueryObserver(queryClient, options);
    return observer.subscribe(watcher);
  };
  return <Part>(select: (data: Data | undefined) => Part): Part =>
    useWatched({ get: () => select(queryClient.getQueryCache().get<Data>(hash)?.state.data), watch });
}
