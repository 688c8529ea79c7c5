import { type PostPage, postsApi } from "@meridian/shared/posts";
import { type Marks, type ReplyPage, threadsApi } from "@meridian/shared/threads";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "../lib/call.ts";
import { shared } from "../lib/shared.ts";
import type { PostList, PostListPage } from "./list.ts";

/** What a list of posts shows. It is the query's key too: ["posts", kind, id]. */
export type Stream =
  | { kind: "home" | "mentions" | "threads" | "saved"; id?: undefined }
  | { kind: "channel" | "office" | "person" | "hashtag"; id: string };

const fetchStream = (stream: Stream, before: string | null, signal: AbortSignal): Promise<PostPage> => {
  const page = { limit: 30, ...(before && { before }) };
  switch (stream.kind) {
    case "home":
      return call(postsApi.home, page, { signal });
    case "mentions":
      return call(postsApi.mentions, page, { signal });
    case "threads":
      return call(postsApi.threads, page, { signal });
    case "saved":
      return call(postsApi.saved, page, { signal });
    case "channel":
      return call(postsApi.channel, { id: stream.id, ...page }, { signal });
    case "office":
      return call(postsApi.office, { id: stream.id, ...page }, { signal });
    case "person":
      return call(postsApi.person, { id: stream.id, ...page }, { signal });
    case "hashtag":
      return call(postsApi.hashtag, { tag: stream.id, ...page }, { signal });
  }
};

/**
 * For lists of posts: whatever changes one keeps all other posts as they are. Compared place by place, as the library would,
 * a list that grows at its top would have other posts everywhere.
 */
const asChanged = { structuralSharing: false } as const;

export const streamQuery = (stream: Stream) =>
  infiniteQueryOptions({
    queryKey: ["posts", stream.kind, stream.id ?? ""],
    queryFn: async ({ pageParam, signal }): Promise<PostListPage> => ({
      ...(await fetchStream(stream, pageParam, signal)),
      previous: null,
    }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: PostListPage) => page.next,
    ...asChanged,
  });

/** One post, in the shape of a list, so that events reach it like any other. */
export const postQuery = (id: string) =>
  queryOptions({
    queryKey: ["posts", "one", id],
    queryFn: async ({ signal }): Promise<PostList> => {
      const post = await call(postsApi.show, { id }, { signal });
      return { pages: [{ posts: [post], next: null, previous: null }], pageParams: [null] };
    },
  });

export const pinnedQuery = (channelId: string) =>
  queryOptions({
    queryKey: ["posts", "pinned", channelId],
    queryFn: async ({ signal }): Promise<PostList> => {
      const { posts } = await call(postsApi.pinned, { id: channelId }, { signal });
      return { pages: [{ posts, next: null, previous: null }], pageParams: [null] };
    },
  });

const asPage = ({ replies, earlier, later }: ReplyPage): PostListPage => ({
  posts: replies,
  previous: earlier && `before ${earlier}`,
  next: later && `after ${later}`,
});

/** A thread's replies, oldest first; `around` opens it at one reply. */
export const repliesQuery = (id: string, around?: string) =>
  infiniteQueryOptions({
    queryKey: ["posts", "thread", id, around ?? ""],
    queryFn: async ({ pageParam, signal }): Promise<PostListPage> => {
      const [side, place] = pageParam?.split(" ") ?? [];
      const where = side && place ? { [side]: place } : around ? { around } : {};
      return asPage(await call(threadsApi.replies, { id, limit: 50, ...where }, { signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page: PostListPage) => page.next,
    getPreviousPageParam: (page: PostListPage) => page.previous,
    ...asChanged,
  });

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ["history", id],
    queryFn: ({ signal }) => call(postsApi.history, { id }, { signal }),
    staleTime: 0,
  });

export const hashtagsQuery = (q: string) =>
  queryOptions({
    queryKey: ["hashtags", q],
    queryFn: ({ signal }) => call(postsApi.hashtags, { q }, { signal }),
    staleTime: 60_000,
  });

export const marksQuery = queryOptions({
  queryKey: ["marks"],
  queryFn: ({ signal }): Promise<Marks> => call(threadsApi.marks, {}, { signal }),
});

const noMarks: Marks = { saved: [], following: [], muted: [] };

const useSome = shared(marksQuery);

/** Something of what I have saved, follow and muted; nothing until that is known. */
export const useMarks = <Part>(select: (marks: Marks) => Part): Part =>
  useSome((data) => select(data ?? noMarks));
