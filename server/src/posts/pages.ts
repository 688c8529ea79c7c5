import type { Me } from "@meridian/shared/people";
import type { Post, PostPage } from "@meridian/shared/posts";
import { limits } from "@meridian/shared/limits";
import type { QueryFilter, Types } from "mongoose";
import { beyond, cut } from "../database/places.ts";
import { shownTo } from "./access.ts";
import { PostModel, type StoredPost } from "./model.ts";
import { presentPostsFor } from "./present.ts";

export interface PageQuery {
  before?: string | undefined;
  limit?: number | undefined;
}

/** A page of a stream, newest first: one more than asked tells whether there is a next one. */
export async function pageOf(me: Me, filter: QueryFilter<StoredPost>, query: PageQuery): Promise<PostPage> {
  return pageOfAny(me, [filter], query);
}

/** A page of all posts that one of these conditions finds, each asked by itself. */
export async function pageOfAny(
  me: Me,
  filters: QueryFilter<StoredPost>[],
  query: PageQuery,
): Promise<PostPage> {
  const limit = query.limit ?? limits.pageSize;
  const parts = filters.map((filter) =>
    PostModel.find({ $and: [filter, shownTo(me), beyond<StoredPost>(query.before, "$lt", "createdAt")] })
      .sort({ createdAt: -1, _id: -1 })
      .limit(limit + 1)
      .lean<StoredPost[]>(),
  );
  const found = await Promise.all(parts);
  const newest = found.length === 1 ? found[0]! : merged(found);
  const { shown, next } = cut(newest, limit, "createdAt");
  return { posts: await presentPostsFor(me, shown), next };
}

/** Newest first, and each once: a post may stand in channels of two parts. */
function merged(parts: StoredPost[][]): StoredPost[] {
  const byId = new Map(parts.flat().map((post) => [String(post._id), post]));
  return [...byId.values()].toSorted(
    (a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (String(a._id) < String(b._id) ? 1 : -1),
  );
}

/** Posts in the order of these ids, those that are gone or out of reach left out. */
export async function postsInOrder(
  me: Me,
  ids: Types.ObjectId[],
  readable: QueryFilter<StoredPost>,
): Promise<Post[]> {
  const found = await PostModel.find({
    $and: [{ _id: { $in: ids }, state: { $nin: ["removed", "purged"] } }, shownTo(me), readable],
  }).lean<StoredPost[]>();
  const byId = new Map(found.map((post) => [String(post._id), post]));
  return presentPostsFor(
    me,
    ids.flatMap((id) => byId.get(String(id)) ?? []),
  );
}
