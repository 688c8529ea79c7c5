import type { Post } from "@meridian/shared/posts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { ArrowUp } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { WindowVirtualizer, type WindowVirtualizerHandle } from "virtua";
import { useMe } from "../lib/access.ts";
import { queryClient } from "../lib/cache.ts";
import { useUsable } from "../lib/drawn.ts";
import { useKeys } from "../lib/keys.ts";
import { useLocation } from "../lib/navigation.ts";
import { nextPage } from "../lib/nextPage.ts";
import { scrolled } from "../lib/scrolled.ts";
import { useTranslation } from "../lib/texts.ts";
import { Button } from "../ui/Button.tsx";
import { Divider } from "../ui/Divider.tsx";
import { ErrorNote } from "../ui/ErrorNote.tsx";
import { QueryError } from "../ui/QueryError.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { leavesOut, postsOf } from "./list.ts";
import { PostCard } from "./PostCard.tsx";
import { type Stream, streamQuery } from "./queries.ts";
import { useHeights } from "./useHeights.ts";
import { useNewPosts } from "./useNewPosts.ts";
import { draw } from "./usePostKeys.ts";
import { VirtualItem } from "./VirtualItem.tsx";

/** So many posts the server draws: a window full. */
const postsDrawn = 6;

export interface FeedProps {
  stream: Stream;
  /** What is said where there is nothing. */
  empty: ReactNode;
  /** Above the posts, scrolling with them: the composer, pinned posts. */
  top?: ReactNode;
  /** Until when the reader had read when they came: the line where they stopped. */
  stoppedAt?: string | undefined;
  /** Called with the newest post's time while it can be seen. */
  onSeen?: (newest: string) => void;
}

/** A stream of posts, newest first, drawn only where it is looked at. */
export function Feed({ stream, empty, top, stoppedAt, onSeen }: FeedProps) {
  const { t } = useTranslation();
  const me = useMe();
  const place = `${useLocation().key} ${stream.kind} ${stream.id ?? ""}`;
  const query = useInfiniteQuery(streamQuery(stream));
  const posts = useMemo(() => postsOf(query.data), [query.data]);
  const { shown, arrived, showNew, startAnew } = useNewPosts(
    posts,
    me.id,
    place,
    !["saved", "threads"].includes(stream.kind),
  );
  const list = useRef<WindowVirtualizerHandle>(null);
  const chosen = useChosen(shown, list);
  const stop = stoppedAt === undefined ? -1 : shown.findIndex((post) => post.createdAt <= stoppedAt);

  const showTop = () => {
    if (leavesOut(query.data)) {
      startAnew();
      void queryClient.resetQueries({ queryKey: streamQuery(stream).queryKey });
    } else showNew();
    window.scrollTo({ top: 0 });
  };
  useKeys({ ".": showTop });
  useSeen(shown[0], onSeen);
  const heights = useHeights(place, list, query.isSuccess);
  const buffer = useBuffer();
  const usable = useUsable();

  const { hasNextPage, isFetchingNextPage, isFetchNextPageError } = query;
  const fetchMore = () => {
    const handle = list.current;
    if (!handle || !hasNextPage || isFetchingNextPage || isFetchNextPageError) return;
    if (handle.findItemIndex(handle.scrollOffset + handle.viewportSize) >= shown.length - 10)
      void nextPage(query);
  };

  return (
    <>
      {top}
      {arrived > 0 && (
        <div className="sticky top-[calc(var(--strip)+var(--page-header)+0.5rem)] z-10 flex h-0 justify-center">
          <Button
            variant="primary"
            size="small"
            onClick={showTop}
            icon={<ArrowUp size={15} aria-hidden />}
            className="animate-arrive rounded-full shadow-pop"
          >
            {t("streams.newPosts", { count: arrived })}
          </Button>
        </div>
      )}
      <p role="status" className="sr-only">
        {arrived > 0 ? t("streams.newPosts", { count: arrived }) : ""}
      </p>
      {query.isPending ? (
        <Skeleton posts={6} />
      ) : query.isError && posts.length === 0 ? (
        <QueryError query={query} />
      ) : shown.length === 0 ? (
        empty
      ) : (
        <WindowVirtualizer
          ref={list}
          data={shown}
          onScroll={fetchMore}
          bufferSize={buffer}
          itemSize={170}
          item={VirtualItem}
          ssrCount={usable ? 0 : postsDrawn}
          {...heights}
        >
          {(post, at) => (
            <div key={post.id}>
              {at > 0 && at === stop && <Divider here>{t("streams.stopped")}</Divider>}
              <PostCard
                post={post}
                chosen={chosen === post.id}
                inChannel={stream.kind === "channel" ? stream.id : undefined}
              />
            </div>
          )}
        </WindowVirtualizer>
      )}
      <div className="px-4 py-6 text-center text-sm text-soft">
        {isFetchNextPageError ? (
          <ErrorNote message={t("errors.unavailable")} onRetry={() => void nextPage(query)} />
        ) : hasNextPage ? (
          <Button variant="plain" busy={isFetchingNextPage} onClick={() => void nextPage(query)}>
            {t("app.loadMore")}
          </Button>
        ) : (
          shown.length > 0 && t("streams.end")
        )}
      </div>
    </>
  );
}

/** So many pixels beyond what is seen posts are drawn: none at first, so that the first ones are there sooner. */
function useBuffer(): number {
  const [pixels, setPixels] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // once the first ones are painted
    const frame = requestAnimationFrame(() => (timer = setTimeout(() => setPixels(600))));
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return pixels;
}

/** j and k walk through the posts. */
function useChosen(posts: Post[], list: React.RefObject<WindowVirtualizerHandle | null>): string | undefined {
  const [chosen, setChosen] = useState<string>();
  const step = (by: 1 | -1) => {
    const now = posts.findIndex((post) => post.id === chosen);
    const handle = list.current;
    const first = handle ? handle.findItemIndex(handle.scrollOffset + 1) : 0;
    const next = now < 0 ? first : Math.min(Math.max(now + by, 0), posts.length - 1);
    if (!posts[next]) return;
    setChosen(posts[next].id);
    draw(handle, posts, next);
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  return chosen;
}

/** Tells that the newest post was seen, when the page is looked at and stands at its top. */
function useSeen(newest: Post | undefined, onSeen: ((newest: string) => void) | undefined): void {
  const at = newest?.createdAt;
  useEffect(() => {
    if (!at || !onSeen) return;
    const look = () => {
      if (document.visibilityState === "visible" && scrolled() < 600) onSeen(at);
    };
    look();
    document.addEventListener("visibilitychange", look);
    window.addEventListener("scroll", look, { passive: true });
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("scroll", look);
    };
  }, [at, onSeen]);
}
