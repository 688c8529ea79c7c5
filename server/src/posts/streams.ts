import { AppError } from "@meridian/shared/errors";
import { limits } from "@meridian/shared/limits";
import type { Me } from "@meridian/shared/people";
import type { Post, PostPage } from "@meridian/shared/posts";
import { type QueryFilter, Types } from "mongoose";
import { accessChannel } from "../channels/access.ts";
import { followedChannels } from "../channels/memberships.ts";
import { beyond, cut } from "../database/places.ts";
import type { Finished } from "../http/finished.ts";
import { OfficeModel } from "../offices/model.ts";
import { accessStaying } from "../people/access.ts";
import { readableBy } from "./access.ts";
import { MarkModel, type StoredMark } from "./marks.ts";
import { PostModel, type StoredPost } from "./model.ts";
import { newestPage } from "./newest.ts";
import { type PageQuery, pageOf, pageOfAny, postsInOrder } from "./pages.ts";
import { presentPostsFor } from "./present.ts";

type ById = PageQuery & { id: string };
const oid = (id: string) => new Types.ObjectId(id);

/** MongoDB merges the order of so many channels (200, `internalQueryMaxScansToExplode`); of more it would sort all their posts. */
const channelsAtOnce = 150;

/** The channels that I follow and have not muted. */
export async function homeStream(me: Me, query: PageQuery): Promise<PostPage> {
  const channels = await followedChannels(me);
  const heard = channels.filter((membership) => !membership.muted).map((membership) => membership.channelId);
  const parts: Types.ObjectId[][] = [];
  for (let at = 0; at < heard.length; at += channelsAtOnce) parts.push(heard.slice(at, at + channelsAtOnce));
  return pageOfAny(
    me,
    parts.map((part) => ({ channelIds: { $in: part }, listed: true })),
    query,
  );
}

export async function channelStream(me: Me, { id, ...query }: ById): Promise<PostPage | Finished> {
  await accessChannel(me, id);
  const newest = query.before === undefined && (await newestPage(id, query.limit ?? limits.pageSize));
  if (newest) return newest;
  return pageOf(me, { channelIds: oid(id), listed: true }, query);
}

/** What the people of an office posted, wherever I may read it. */
export async function officeStream(me: Me, { id, ...query }: ById): Promise<PostPage> {
  if (!(await OfficeModel.exists({ _id: id }))) throw new AppError("not_found", "There is no such office.");
  return pageOf(me, { officeId: oid(id), listed: true, ...readableBy(me) }, query);
}

export async function personStream(me: Me, { id, ...query }: ById): Promise<PostPage> {
  const { _id: authorId } = await accessStaying(id);
  return pageOf(me, { authorId, listed: true, ...readableBy(me) }, query);
}

/** Posts and replies with a hashtag. */
export async function hashtagStream(
  me: Me,
  { tag, ...query }: PageQuery & { tag: string },
): Promise<PostPage> {
  return pageOf(me, { hashtags: tag.toLowerCase(), state: "visible", ...readableBy(me) }, query);
}

/** Posts and replies that name me or my office, by others. */
export async function mentionsStream(me: Me, query: PageQuery): Promise<PostPage> {
  return pageOf(me, mentionsOf(me), query);
}

export const mentionsOf = (me: Me, muted: Types.ObjectId[] = []) => ({
  ...(muted.length > 0 && { threadId: { $nin: muted } }),
  mentions: { $in: [oid(me.id), oid(me.officeId)] },
  state: "visible" as const,
  authorId: { $ne: oid(me.id) },
  ...readableBy(me),
});

/** What I saved for later, in the order in which I saved it, newest first. */
export async function savedStream(me: Me, query: PageQuery): Promise<PostPage> {
  const limit = query.limit ?? 30;
  const saved: QueryFilter<StoredMark> = { personId: oid(me.id), savedAt: { $ne: null } };
  const marks = await MarkModel.find({ $and: [saved, beyond<StoredMark>(query.before, "$lt", "savedAt")] })
    .sort({ savedAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<StoredMark[]>();
  const { shown, next } = cut(marks, limit, "savedAt");
  return {
    posts: await postsInOrder(
      me,
      shown.map((mark) => mark.postId),
      readableBy(me),
    ),
    next,
  };
}

export async function pinnedPosts(me: Me, { id }: { id: string }): Promise<{ posts: Post[] }> {
  await accessChannel(me, id);
  const found = await PostModel.find({ pinnedIn: id, listed: true, state: "visible" })
    .sort({ createdAt: -1, _id: -1 })
    .limit(20)
    .lean<StoredPost[]>();
  return { posts: await presentPostsFor(me, found) };
}

/** So many posts are read to count their hashtags, and so many of these are told. */
const [postsCounted, hashtagsTold] = [1_000, 20];

/**
 * Hashtags that start with `q`, for completion and discovery: the most used among the newest posts that have any, and where
 * these are few, others from before.
 */
export async function recentHashtags(
  me: Me,
  { q = "" }: { q?: string | undefined },
): Promise<{ tags: { tag: string; count: number }[] }> {
  const start = q.toLowerCase();
  const newest = await tagged(me, { hashtags: { $gt: "" } }).sort({ createdAt: -1 });
  const tags = mostUsed(newest, (tag) => tag.startsWith(start));
  if (tags.length < hashtagsTold && newest.length === postsCounted) {
    const known = tags.map(({ tag }) => tag);
    const others = { $gte: start, $lt: `${start}\uffff`, $nin: known };
    // the first condition is that of the index, the second bounds what is read of it
    const before = await tagged(me, { hashtags: { $gt: "", $elemMatch: others } });
    tags.push(...mostUsed(before, (tag) => tag.startsWith(start) && !known.includes(tag)));
  }
  return { tags: tags.slice(0, hashtagsTold) };
}

type Tagged = Pick<StoredPost, "hashtags">;

const tagged = (me: Me, which: QueryFilter<StoredPost>) =>
  PostModel.find({ ...which, state: "visible", ...readableBy(me) })
    .limit(postsCounted)
    .select("hashtags")
    .lean<Tagged[]>();

function mostUsed(posts: Tagged[], wanted: (tag: string) => boolean): { tag: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const tag of posts.flatMap((post) => post.hashtags).filter(wanted))
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const tags = [...counts].map(([tag, count]) => ({ tag, count }));
  return tags.toSorted((a, b) => b.count - a.count || a.tag.localeCompare(b.tag));
}
