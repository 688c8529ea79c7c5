import type { Unread } from "@meridian/shared/channels";
import type { Post } from "@meridian/shared/posts";
import type { Marks } from "@meridian/shared/threads";
import { QueryObserver } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { queryClient } from "../lib/cache.ts";
import { buildPost } from "../test/buildPost.ts";
import { postHandlers, showPost } from "./events.ts";
import { type PostList, postsOf } from "./list.ts";

const tagged = (n: number) =>
  buildPost(n, { text: [{ type: "paragraph", children: [{ type: "hashtag", tag: "launch" }] }] });
const shown = (key: string[]) => postsOf(queryClient.getQueryData<PostList>(key)).map(({ id }) => id);

it("an edit takes a post out of the list of a hashtag that its text no longer has, and leaves it where it was posted", () => {
  const keys = [
    ["posts", "hashtag", "launch"],
    ["posts", "channel", "c1"],
  ];
  for (const key of keys)
    queryClient.setQueryData<PostList>(key, {
      pages: [{ posts: [tagged(2), tagged(1)], next: null, previous: null }],
      pageParams: [null],
    });
  const edited = { ...tagged(2), rev: 2, text: [] };
  postHandlers["post:changed"](edited);
  expect(shown(keys[0]!)).toEqual([tagged(1).id]);
  expect(shown(keys[1]!)).toEqual([edited.id, tagged(1).id]);
  // taken back
  postHandlers["post:changed"]({ ...tagged(2), rev: 3 });
  expect(shown(keys[0]!)).toEqual([edited.id, tagged(1).id]);
});

const gone = (n: number, rev: number) => {
  const { id, threadId, channelIds } = buildPost(n);
  return { id, threadId, channelIds, rev, post: null };
};
const channel = ["posts", "channel", "c1"];
const fill = (...numbers: number[]) =>
  queryClient.setQueryData<PostList>(channel, {
    pages: [{ posts: numbers.map((n) => buildPost(n)), next: null, previous: null }],
    pageParams: [null],
  });

it("an answer from before its removal doesn't bring a post back, its restoration does", () => {
  fill(12, 11);
  postHandlers["post:removed"](gone(12, 3));
  showPost(buildPost(12, { rev: 2 }));
  expect(shown(channel)).toEqual([buildPost(11).id]);
  postHandlers["post:changed"](buildPost(12, { rev: 4 }));
  expect(shown(channel)).toEqual([buildPost(12).id, buildPost(11).id]);
});

it("what was removed without a trace stands there again, without its text, once somebody has answered it", () => {
  fill(22, 21);
  postHandlers["post:removed"](gone(22, 2));
  expect(shown(channel)).toEqual([buildPost(21).id]);
  const tombstone = buildPost(22, { rev: 3, state: "removed", removedBy: "author", body: "", replyCount: 1 });
  postHandlers["post:removed"]({ ...gone(22, 3), post: tombstone });
  expect(shown(channel)).toEqual([buildPost(22).id, buildPost(21).id]);
});

it("a thread that was moved is unread where it is, and not where it was", () => {
  const lastReadAt = new Date(0).toISOString();
  queryClient.setQueryData<Unread>(["unread"], {
    channels: ["c1", "c2"].map((channelId) => ({ channelId, lastReadAt, posts: [] })),
    mentions: { lastReadAt, posts: [] },
  });
  const unread = () =>
    queryClient
      .getQueryData<Unread>(["unread"])
      ?.channels.flatMap(({ channelId, posts }) => posts.map(() => channelId));
  postHandlers["post:created"](buildPost(31));
  expect(unread()).toEqual(["c1"]);
  postHandlers["post:changed"](buildPost(31, { rev: 2, channelIds: ["c2"] }));
  expect(unread()).toEqual(["c2"]);
});

it("an answer from before a move leaves the thread where it was moved", () => {
  fill(41);
  postHandlers["post:changed"](buildPost(42, { rev: 1, channelIds: ["c1", "c2"] }));
  postHandlers["post:changed"](buildPost(42, { rev: 3, channelIds: ["c1"] }));
  showPost(buildPost(42, { rev: 2, channelIds: ["c2"] }));
  expect(shown(channel)).toEqual([buildPost(42).id, buildPost(41).id]);
  // also when no list has the thread any more
  postHandlers["post:changed"](buildPost(42, { rev: 5, channelIds: ["c2"] }));
  showPost(buildPost(42, { rev: 4, channelIds: ["c1"] }));
  expect(shown(channel)).toEqual([buildPost(41).id]);
});

it("a reply that is taken out of a removed thread has the order of followed threads asked for anew", async () => {
  queryClient.setQueryData<Marks>(["marks"], { saved: [], following: [buildPost(52).id], muted: [] });
  const threads = ["posts", "threads", ""];
  queryClient.setQueryData<PostList>(threads, {
    pages: [{ posts: [buildPost(52), buildPost(51)], next: null, previous: null }],
    pageParams: [null],
  });
  const tombstone = buildPost(52, { rev: 3, state: "removed", removedBy: "author", body: "", replyCount: 1 });
  postHandlers["post:removed"]({ ...gone(52, 3), post: tombstone });
  expect(queryClient.getQueryState(threads)?.isInvalidated).toBe(true);
});

it("what stands at the address of a post that is gone from every list is asked for anew", async () => {
  const queryKey = ["posts", "one", buildPost(71).id];
  const tombstone = buildPost(71, { rev: 2, state: "removed", removedBy: "author", body: "" });
  const page = (post: Post): PostList => ({
    pages: [{ posts: [post], next: null, previous: null }],
    pageParams: [null],
  });
  queryClient.setQueryData<PostList>(queryKey, page(buildPost(71)));
  const observer = new QueryObserver(queryClient, { queryKey, queryFn: async () => page(tombstone) });
  const stop = observer.subscribe(() => {});
  postHandlers["post:removed"](gone(71, 2));
  await expect.poll(() => queryClient.getQueryData(queryKey)).toEqual(page(tombstone));
  stop();
});

it("a hidden thread that is moved leaves no tombstone where it was", () => {
  fill(62, 61);
  const hidden = buildPost(62, { rev: 2, state: "hidden", removedBy: "moderator", body: "" });
  postHandlers["post:removed"]({ ...gone(62, 2), post: hidden });
  expect(shown(channel)).toEqual([buildPost(62).id, buildPost(61).id]);
  const moved = { ...hidden, rev: 3, channelIds: ["c2"] };
  postHandlers["post:removed"]({ ...gone(62, 3), channelIds: ["c2"], post: moved });
  expect(shown(channel)).toEqual([buildPost(61).id]);
});
