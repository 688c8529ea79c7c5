import type { Unread } from "@meridian/shared/channels";
import { limits } from "@meridian/shared/limits";
import type { Post, PostEvents } from "@meridian/shared/posts";
import type { Marks, ThreadEvents } from "@meridian/shared/threads";
import type { Inline } from "@meridian/shared/text";
import type { QueryKey } from "@tanstack/react-query";
import type { Handlers } from "../lib/handlers.ts";
import type { Channels } from "../channels/queries.ts";
import { currentMe } from "../lib/access.ts";
import { patch, queryClient } from "../lib/cache.ts";
import { leavesOut, type PostList, remove, replace, some, upsert } from "./list.ts";

/** Since which `rev` posts are gone, from everywhere or from a list: an answer from before that must not bring them back. */
const wentAt = new Map<string, number>();

/** Shows what a command was answered, unless something newer was heard meanwhile, or that its channel is closed to me. */
export function showPost(post: Post): void {
  const channels = queryClient.getQueryData<Channels>(["channels"])?.channels;
  if (channels && !channels.some(({ id }) => post.channelIds.includes(id))) return;
  const lists = queryClient.getQueriesData<PostList>({ queryKey: ["posts"] });
  const heardNewer = lists.some(([, list]) => some(list, ({ id, rev }) => id === post.id && rev > post.rev));
  if (!heardNewer) place(post);
}

/** Puts a post wherever it belongs. */
function place(post: Post): void {
  if (post.rev < (wentAt.get(post.id) ?? 0)) return;
  patch<PostList>({ queryKey: ["posts"] }, (list, key) => {
    if (hasMoved(post, key) || !keeps(post.state, key)) return takeOut(list, post);
    if (!belongs(post, key)) return replace(list, post);
    // one's own has to be seen
    if (leavesOut(list) && post.author.id === currentMe()?.id)
      void queryClient.resetQueries({ queryKey: key, exact: true });
    return upsert(list, post, orderOf(key));
  });
  countUnread(post);
  orderThreads(post);
  // restored: where it stood among what is saved, the server knows
  const marks = queryClient.getQueryData<Marks>(["marks"]);
  const saved = queryClient.getQueryData<PostList>(["posts", "saved", ""]);
  if (marks?.saved.includes(post.id) && !some(saved, ({ id }) => id === post.id))
    void queryClient.invalidateQueries({ queryKey: ["posts", "saved"] });
}

/** Followed threads are in the order of their last replies, which the server knows. */
function orderThreads({ id }: Pick<Post, "id">): void {
  const marks = queryClient.getQueryData<Marks>(["marks"]);
  if (marks?.following.includes(id)) void queryClient.invalidateQueries({ queryKey: ["posts", "threads"] });
}

export const postHandlers: Handlers<PostEvents & ThreadEvents> = {
  "post:created": place,
  "post:changed": (post) => {
    place(post);
    syncPins(post);
  },
  "post:removed": (gone) => {
    went(gone);
    patch<PostList>({ queryKey: ["posts"] }, (list, key) => {
      const { post } = gone;
      // a hidden thread, too, is moved
      if (!post || !keeps(post.state, key) || hasMoved(post, key))
        return remove(list, { ...gone, post: null });
      // removed without a trace, and then answered: it stands there again, without its text
      return belongs(post, key) ? upsert(list, post, orderOf(key)) : remove(list, gone);
    });
    patch<Unread>({ queryKey: ["unread"] }, (unread) => ({
      channels: unread.channels.map((channel) => without(channel, gone.id)),
      mentions: without(unread.mentions, gone.id),
    }));
    // a tombstone, too, stands where its last reply puts it
    orderThreads(gone);
    // gone from every list: what stands at its own address, the server knows
    if (!gone.post) void queryClient.invalidateQueries({ queryKey: ["posts", "one", gone.id] });
  },
  "mark:changed": ({ postId, saved, thread }) => {
    const muted = queryClient.getQueryData<Marks>(["marks"])?.muted.includes(postId);
    // which mentions stand in the thread, the server knows
    if (muted !== (thread === "muted")) void queryClient.invalidateQueries({ queryKey: ["unread"] });
    patch<Marks>({ queryKey: ["marks"] }, (marks) => ({
      saved: withId(marks.saved, postId, saved),
      following: withId(marks.following, postId, thread === "following"),
      muted: withId(marks.muted, postId, thread === "muted"),
    }));
    // the order of saving is the server's to know
    void queryClient.invalidateQueries({ queryKey: ["posts", "saved"] });
    void queryClient.invalidateQueries({ queryKey: ["posts", "threads"] });
  },
};

const orderOf = ([, kind]: QueryKey) => (kind === "thread" ? "oldest" : "newest");

/** Whether a moderator has moved the thread, or its author changed the text, to what this list doesn't look for. */
function hasMoved(post: Post, key: QueryKey): boolean {
  const [, kind, id] = key;
  if (kind === "channel") return !post.channelIds.includes(String(id));
  if (kind === "home") return !post.isReply && isElsewhere(post, followed());
  return (kind === "hashtag" || kind === "mentions") && !belongs(post, key);
}

const isElsewhere = ({ channelIds }: Post, those: Set<string>): boolean =>
  those.size > 0 && !channelIds.some((channelId) => those.has(channelId));

/** Whether a list goes on to show what is in that state: most show tombstones, some none. */
function keeps(state: Post["state"], [, kind]: QueryKey): boolean {
  if (kind === "pinned" || kind === "hashtag" || kind === "mentions") return state === "visible";
  return kind !== "saved" || (state !== "removed" && state !== "purged");
}

/** Whether a post that is not in a list yet has its place there. */
function belongs(post: Post, [, kind, id]: QueryKey): boolean {
  if (kind === "thread") return post.isReply && post.threadId === id;
  // taken back after it was deleted
  if (kind === "one") return post.id === id;
  const me = currentMe();
  if (kind === "mentions") {
    return post.author.id !== me?.id && post.mentions.some((one) => one === me?.id || one === me?.officeId);
  }
  if (kind === "hashtag") return JSON.stringify(post.text).includes(JSON.stringify(hashtag(String(id))));
  if (post.isReply) return false;
  if (kind === "home") return post.channelIds.some((channelId) => followed().has(channelId));
  if (kind === "channel") return post.channelIds.includes(String(id));
  if (kind === "office") return post.author.officeId === id;
  return kind === "person" && post.author.id === id;
}

const hashtag = (tag: string): Inline => ({ type: "hashtag", tag: tag.toLowerCase() });

function followed(): Set<string> {
  const memberships = queryClient.getQueryData<Channels>(["channels"])?.memberships ?? [];
  return new Set(memberships.filter((one) => one.following && !one.muted).map((one) => one.channelId));
}

/** Adds the post to what is unread where it is; as a set, so that hearing it twice counts it once. */
function countUnread(post: Post): void {
  const me = currentMe();
  const counts = post.state === "visible" && post.author.id !== me?.id;
  const muted = queryClient.getQueryData<Marks>(["marks"])?.muted.includes(post.threadId) ?? false;
  const mentioned = counts && !muted && belongs(post, ["posts", "mentions"]);
  patch<Unread>({ queryKey: ["unread"] }, (unread) => ({
    channels: unread.channels.map((channel) => {
      if (post.isReply) return channel;
      // a thread that was moved is not unread any more where it was
      return counts && post.channelIds.includes(channel.channelId)
        ? including(channel, post)
        : without(channel, post.id);
    }),
    mentions: mentioned ? including(unread.mentions, post) : without(unread.mentions, post.id),
  }));
}

function including<Read extends Unread["mentions"]>(read: Read, post: Post): Read {
  if (post.createdAt <= read.lastReadAt || read.posts.some((one) => one.id === post.id)) return read;
  const posts = [{ id: post.id, at: post.createdAt }, ...read.posts].slice(0, limits.unreadMax);
  return { ...read, posts };
}

const without = <Read extends Unread["mentions"]>(read: Read, id: string): Read =>
  read.posts.some((post) => post.id === id)
    ? { ...read, posts: read.posts.filter((post) => post.id !== id) }
    : read;

/** What is pinned in a channel has no place by time alone. */
function syncPins(post: Post): void {
  patch<PostList>({ queryKey: ["posts", "pinned"] }, (list, key) => {
    const pinned = post.state === "visible" && post.pinnedIn.includes(String(key[2]));
    if (pinned) return upsert(list, post, "newest");
    return takeOut(list, post);
  });
}

/** The post is still there, but not here. */
function takeOut(list: PostList, post: Post): PostList {
  const rest = remove(list, { ...post, rev: post.rev + 1, post: null });
  if (rest !== list) went(post);
  return rest;
}

const went = ({ id, rev }: Pick<Post, "id" | "rev">) =>
  void wentAt.set(id, Math.max(rev, wentAt.get(id) ?? 0));

const withId = (ids: string[], id: string, there: boolean): string[] => {
  const others = ids.filter((one) => one !== id);
  return there ? [id, ...others] : others;
};
