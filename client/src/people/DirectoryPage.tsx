import { useInfiniteQuery } from "@tanstack/react-query";
import { UserSearch } from "lucide-react";
import { nextPage } from "../lib/nextPage.ts";
import { useTranslation } from "../lib/texts.ts";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { ErrorNote } from "../ui/ErrorNote.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { QueryError } from "../ui/QueryError.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { DirectoryFilters } from "./DirectoryFilters.tsx";
import { PersonLine } from "./PersonLine.tsx";
import { directoryQuery } from "./queries.ts";
import { useDirectorySearch } from "./useDirectorySearch.ts";
import { useNearEnd } from "./useNearEnd.ts";
import { useOnline } from "./useOnline.ts";

/** Everybody, by name; found by name, job, office and skill. */
export function DirectoryPage() {
  const { t } = useTranslation();
  const { search, set, clear, filtered } = useDirectorySearch();
  const query = useInfiniteQuery({
    ...directoryQuery(search),
    // the last answer stays in sight while the next one is on its way
    placeholderData: (last) => last,
  });
  const online = useOnline();
  const people = query.data?.pages.flatMap((page) => page.people) ?? [];
  const total = query.data?.pages[0]?.total;
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError } = query;
  const end = useNearEnd(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void nextPage(query);
  });
  return (
    <>
      <PageHeader
        title={t("people.title")}
        text={total === undefined ? undefined : t("people.count", { count: total })}
      />
      <DirectoryFilters search={search} onChange={set} />
      <p role="status" className="sr-only">
        {total !== undefined && !query.isPlaceholderData && t("people.count", { count: total })}
      </p>
      {query.isPending ? (
        <Skeleton posts={8} />
      ) : query.isError && people.length === 0 ? (
        <QueryError query={query} alone />
      ) : people.length === 0 ? (
        <Empty
          icon={UserSearch}
          title={t("people.none")}
          text={t("people.noneText")}
          action={filtered && <Button onClick={clear}>{t("people.clear")}</Button>}
        />
      ) : (
        <ul
          aria-busy={query.isPlaceholderData}
          className={query.isPlaceholderData ? "opacity-60" : undefined}
        >
          {people.map((person) => (
            <PersonLine key={person.id} person={person} online={online.has(person.id)} />
          ))}
        </ul>
      )}
      <div ref={end} className="px-4 py-6 text-center">
        {isFetchNextPageError ? (
          <ErrorNote message={t("errors.unavailable")} onRetry={() => void nextPage(query)} />
        ) : (
          hasNextPage && (
            <Button variant="plain" busy={isFetchingNextPage} onClick={() => void nextPage(query)}>
              {t("app.loadMore")}
            </Button>
          )
        )}
      </div>
    </>
  );
}
