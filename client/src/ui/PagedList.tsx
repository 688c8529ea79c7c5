import type { ReactNode } from "react";
import { errorText } from "../lib/errorText.ts";
import { type Growing, nextPage } from "../lib/nextPage.ts";
import { useTranslation } from "../lib/texts.ts";
import { Button } from "./Button.tsx";
import { ErrorNote } from "./ErrorNote.tsx";
import { QueryError } from "./QueryError.tsx";
import { Skeleton } from "./Skeleton.tsx";

export interface PagedListProps {
  /** What useInfiniteQuery answers, as far as it is needed here. */
  query: Growing & {
    isPending: boolean;
    isFetching: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    isPlaceholderData: boolean;
    hasNextPage: boolean;
    error: Error | null;
    refetch: () => unknown;
  };
  /** How many lines have come so far. */
  count: number;
  /** What stands here when there are none. */
  empty: ReactNode;
  /** The lines: items of a list. */
  children: ReactNode;
}

/** A list that comes in pages, whatever state it is in. */
export function PagedList({ query, count, empty, children }: PagedListProps) {
  const { t } = useTranslation();
  const message = errorText(t, query.error);
  if (query.isPending) return <Skeleton posts={6} />;
  if (count === 0 && query.error) return <QueryError query={query} alone />;
  if (count === 0) return empty;
  return (
    <>
      <ul aria-busy={query.isPlaceholderData} className={query.isPlaceholderData ? "opacity-60" : undefined}>
        {children}
      </ul>
      {query.hasNextPage && (
        <div className="px-4 py-5 text-center">
          {query.isFetchNextPageError ? (
            <ErrorNote message={message} onRetry={() => void nextPage(query)} />
          ) : (
            <Button variant="plain" busy={query.isFetchingNextPage} onClick={() => void nextPage(query)}>
              {t("app.loadMore")}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
