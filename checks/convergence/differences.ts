import type { Unread } from "@meridian/shared/channels";
import { limits } from "@meridian/shared/limits";
import type { Marks } from "@meridian/shared/threads";
import { type Query, QueryClient, type QueryKey } from "@tanstack/react-query";
import type { Channels } from "../../client/src/channels/queries.ts";
import { queryClient } from "../../client/src/lib/cache.ts";
import { type PostList, postsOf } from "../../client/src/posts/list.ts";

const smallestPage = 30;
/** So far down is compared. */
const mostPages = 6;

/** What of all that is open is other than what somebody gets who opens it now; empty: nothing. */
export async function differences(): Promise<string[]> {
  const open = queryClient.getQueryCache().findAll({ type: "active" });
  const found: string[] = [];
  for (const query of open) found.push(...(await differencesOf(query)));
  return found;
}

async function differencesOf(query: Query): Promise<string[]> {
  const { queryKey, state } = query;
  const name = queryKey.join(" ");
  const fresh = await fetchAnew(query);
  if (fresh instanceof Error) {
    // who may not see it any more sees an empty list or a refusal
    const shown = state.data as PostList | undefined;
    const nothing = state.status === "error" || (queryKey[0] === "posts" && postsOf(shown).length === 0);
    return nothing ? [] : [`${name}: here there is something, anew ${fresh.message}`];
  }
  if (state.status === "error") return [`${name}: here ${String(state.error)}, anew there is something`];
  return queryKey[0] === "posts"
    ? comparePosts(name, state.data as PostList, fresh as PostList)
    : compareTexts(name, comparable(queryKey, state.data), comparable(queryKey, fresh));
}

/** As a browser that opens the page now fetches it, with as many pages and more. */
async function fetchAnew({ queryKey, options, state }: Query): Promise<unknown> {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { queryFn } = options;
  const paged = "initialPageParam" in options;
  const shown = paged ? postsOf(state.data as PostList | undefined).length : 0;
  try {
    if (!paged) return await client.fetchQuery({ queryKey, queryFn: queryFn! });
    const { initialPageParam, getNextPageParam } = options as unknown as Paged;
    return await client.fetchInfiniteQuery({
      queryKey,
      queryFn: queryFn as never,
      initialPageParam,
      getNextPageParam,
      // what arrived since is on top of the pages that were asked for
      pages: Math.min(mostPages, Math.ceil(shown / smallestPage) + 1),
    });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    client.clear();
  }
}

interface Paged {
  initialPageParam: string | null;
  getNextPageParam: (page: { next: string | null }) => string | null;
}

/** Post by post as far as the list has been loaded, which may end sooner than the fresh one. */
function comparePosts(name: string, here: PostList, fresh: PostList): string[] {
  const [all, wanted] = [postsOf(here), postsOf(fresh)];
  const whole = here.pages.at(-1)?.next === null;
  const shown = fresh.pages.at(-1)?.next === null ? all : all.slice(0, wanted.length);
  const expected = whole && shown === all ? wanted : wanted.slice(0, shown.length);
  const [shownIds, wantedIds] = [shown, expected].map((posts) => posts.map(({ id }) => id));
  const order = compareTexts(name, shownIds!.join(" "), wantedIds!.join(" "));
  if (order.length > 0) {
    const missing = wantedIds!.filter((id) => !shownIds!.includes(id));
    const extra = shownIds!.filter((id) => !wantedIds!.includes(id));
    return [`${name}: ${shown.length} posts, missing ${missing.join()}, too many ${extra.join()}`];
  }
  return expected.flatMap((post, at) =>
    compareTexts(`${name}: ${post.id}`, JSON.stringify(shown[at]), JSON.stringify(post)),
  );
}

function compareTexts(name: string, here: string, fresh: string): string[] {
  if (here === fresh) return [];
  let at = 0;
  while (here[at] === fresh[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60);
  return [`${name}: here …${around(here)}…, anew …${around(fresh)}…`];
}

/** Without the order in which it happened to arrive. */
function comparable([kind]: QueryKey, data: unknown): string {
  if (kind === "channels") {
    const { channels, memberships } = data as Channels;
    // when something was read is told by the unread ones; whoever has left may have been there or not
    const stand = memberships.flatMap(({ channelId, following, muted }) =>
      following ? `${channelId} ${muted}` : [],
    );
    return JSON.stringify([channels.toSorted(byId), stand.toSorted()]);
  }
  if (kind === "marks") {
    const { saved, following, muted } = data as Marks;
    return JSON.stringify([saved, following, muted].map((ids) => ids.toSorted()));
  }
  if (kind === "unread") {
    const { channels, mentions } = data as Unread;
    // of a full list it is only shown that it is full
    const told = ({ lastReadAt, posts }: Unread["mentions"]) => ({
      lastReadAt,
      posts: posts.length < limits.unreadMax ? posts.toSorted(byId) : "full",
    });
    const sorted = channels.map((channel) => ({ id: channel.channelId, ...told(channel) })).toSorted(byId);
    return JSON.stringify([sorted, told(mentions)]);
  }
  return JSON.stringify(data);
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
