type Fetch = (options: { cancelRefetch: boolean }) => Promise<unknown>;

/**
 * Asks for the next page of a list, once it isn't being fetched anew: to break that off for a page more would leave what is
 * shown as it was.
 */
export const nextPage = (list: { isFetching: boolean; fetchNextPage: Fetch }): Promise<void> =>
  afterOthers(list.isFetching, list.fetchNextPage);

/** The same for the page before the first. */
export const previousPage = (list: { isFetching: boolean; fetchPreviousPage: Fetch }): Promise<void> =>
  afterOthers(list.isFetching, list.fetchPreviousPage);

async function afterOthers(isFetching: boolean, fetch: Fetch): Promise<void> {
  // joins what is under way
  if (isFetching) await fetch({ cancelRefetch: false });
  await fetch({ cancelRefetch: false });
}
