interface Pages {
  data: { pages: unknown[] } | undefined;
}

type Fetch = (options: {
  cancelRefetch: boolean;
}) => Promise<Pages & { isFetchNextPageError: boolean; isFetchPreviousPageError: boolean }>;

/** What useInfiniteQuery answers, as far as it is needed here. */
export interface Growing extends Pages {
  fetchNextPage: Fetch;
}

/** So often it is tried beside others. */
const most = 5;

/**
 * Asks for the next page of a list, once it isn't being fetched anew: to break that off for a page more would leave what is
 * shown as it was. When the list is fetched anew meanwhile and that breaks off the page more, it is asked for again.
 */
export const nextPage = (list: Growing): Promise<void> => besideOthers(list, list.fetchNextPage);

/** The same for the page before the first. */
export const previousPage = (list: Pages & { fetchPreviousPage: Fetch }): Promise<void> =>
  besideOthers(list, list.fetchPreviousPage);

async function besideOthers({ data: before }: Pages, fetch: Fetch): Promise<void> {
  for (let tries = 0; tries < most; tries += 1) {
    // joins what is under way, and answers with what took its place
    const after = await fetch({ cancelRefetch: false });
    if (after.data?.pages.length !== before?.pages.length) return;
    if (after.isFetchNextPageError || after.isFetchPreviousPageError) return;
  }
}
