import type { PersonBrief } from "@meridian/shared/people";
import type { Post, PostTombstone } from "@meridian/shared/posts";
import type { InfiniteData } from "@tanstack/react-query";

export interface PostListPage {
  posts: Post[];
  /** Where the list goes on below, null at its end. */
  next: string | null;
  /** Where it goes on above; a stream begins with its newest post, a thread may be opened in the middle. */
  previous: string | null;
}

/** The one shape of every list of posts in the cache: streams, threads, a single post. */
export type PostList = InfiniteData<PostListPage, string | null>;

export const postsOf = (list: InfiniteData<PostListPage, unknown> | undefined): Post[] =>
  list?.pages.flatMap((page) => page.posts) ?? [];

/** Whether one of a list's posts is so. */
export const some = (
  list: InfiniteData<PostListPage, unknown> | undefined,
  is: (post: Post) => boolean,
): boolean => list?.pages.some(({ posts }) => posts.some(is)) ?? false;

type Order = "newest" | "oldest";

/** So many posts a stream may hold that were not asked for: a page that is open for days must not grow for days. */
export const mostUnasked = 1_000;

/** Whether newer posts were left out, because nobody had looked for so long: then the stream has to be fetched anew. */
export const leavesOut = (list: InfiniteData<PostListPage, unknown> | undefined): boolean =>
  list?.pages[0]?.previous === leftOut;
const leftOut = "newer posts";

const stands = (a: Post, b: Post, order: Order): boolean => {
  const earlier = a.createdAt === b.createdAt ? a.id < b.id : a.createdAt < b.createdAt;
  return order === "oldest" ? earlier : !earlier;
};

function mapPosts(list: PostList, change: (post: Post) => Post): PostList {
  let changed = false;
  const pages = list.pages.map((page) => {
    const posts = page.posts.map(change);
    if (posts.every((post, index) => post === page.posts[index])) return page;
    changed = true;
    return { ...page, posts };
  });
  return changed ? { ...list, pages } : list;
}

/** Replaces a post that the list holds, if what comes is newer. */
export const replace = (list: PostList, post: Post): PostList =>
  mapPosts(list, (old) => (old.id === post.id && old.rev < post.rev ? post : old));

/**
 * Puts a post in its place, or replaces it. Beyond what has been loaded it is left out: loading more brings it.
 */
export function upsert(list: PostList, post: Post, order: Order): PostList {
  if (some(list, (old) => old.id === post.id)) return replace(list, post);
  for (const [index, page] of list.pages.entries()) {
    const at = page.posts.findIndex((old) => stands(post, old, order));
    if (at < 0) continue;
    const beforeAll = index === 0 && at === 0 && page.previous !== null;
    if (beforeAll) return list;
    if (order === "newest" && index === 0 && at === 0 && page.posts.length >= mostUnasked)
      return withPage(list, 0, { ...page, previous: leftOut });
    return withPage(list, index, { ...page, posts: page.posts.toSpliced(at, 0, post) });
  }
  const last = list.pages.at(-1);
  if (!last || last.next !== null) return list;
  return withPage(list, list.pages.length - 1, { ...last, posts: [...last.posts, post] });
}

const withPage = (list: PostList, index: number, page: PostListPage): PostList => ({
  ...list,
  pages: list.pages.with(index, page),
});

/** Takes a post out, or puts its tombstone in its place. */
export function remove(list: PostList, gone: PostTombstone): PostList {
  if (gone.post) return replace(list, gone.post);
  if (!some(list, (post) => post.id === gone.id && post.rev < gone.rev)) return list;
  const pages = list.pages.map((page) => ({
    ...page,
    posts: page.posts.filter((post) => post.id !== gone.id),
  }));
  return { ...list, pages };
}

/** Takes out what was readable in one channel only. */
export function dropChannel(list: PostList, channelId: string): PostList {
  const pages = list.pages.map((page) => ({
    ...page,
    posts: page.posts.filter((post) => post.channelIds.some((id) => id !== channelId)),
  }));
  return { ...list, pages };
}

/** Somebody's name or picture changed: beside every post too. */
export function replacePerson(list: PostList, person: PersonBrief): PostList {
  const { id, name, handle, officeId, avatar } = person;
  const brief: PersonBrief = { id, name, handle, officeId, avatar };
  const swap = (old: PersonBrief) => (old.id === id ? brief : old);
  return mapPosts(list, (post) =>
    post.author.id === id || post.repliers.some((replier) => replier.id === id)
      ? { ...post, author: swap(post.author), repliers: post.repliers.map(swap) }
      : post,
  );
}
