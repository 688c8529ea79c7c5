import { AppError } from "@meridian/shared/errors";
import { limits } from "@meridian/shared/limits";
import type { Me } from "@meridian/shared/people";
import { canReply, type Post, type PostPage } from "@meridian/shared/posts";
import type { NewReply, ReplyPage } from "@meridian/shared/threads";
import { type ClientSession, type QueryFilter, Types } from "mongoose";
import { transaction } from "../database/connect.ts";
import { beyond, cut, placeOf } from "../database/places.ts";
import { refuseFrozen } from "../people/access.ts";
import { accessThread, readableBy, shownTo, writeAsReader } from "./access.ts";
import { insertOnce, newPost } from "./actions.ts";
import { screen, writeScreened } from "./screened.ts";
import { followThread, markedThreads } from "./marks.ts";
import { PostModel, type StoredPost } from "./model.ts";
import { understand } from "./names.ts";
import type { PageQuery } from "./pages.ts";
import { presentPostFor, presentPostsFor } from "./present.ts";

/** Answers in a thread; the thread's count and last reply change with it, or neither does. */
export async function createReply(me: Me, draft: NewReply): Promise<Post> {
  const root = await accessThread(me, draft.id);
  const reply = newPost(me, {
    _id: new Types.ObjectId(),
    key: draft.key,
    body: draft.body,
    channelIds: root.channelIds,
    privateTo: root.privateTo,
    threadId: root._id,
    isReply: true,
    listed: false,
    ...(await understand(draft.body)),
  });
  const stored = await insertOnce(reply, async () => {
    refuseFrozen(me);
    if (!canReply({ ...root, removedBy: root.removedBy ?? null }))
      throw new AppError("locked", "This thread takes no more replies.");
    const findings = await screen(me, reply);
    await inTurn(String(root._id), () =>
      writeScreened(reply, findings, (session) => {
        const add = (its: ClientSession) => addReply(me, reply, its);
        return session ? add(session) : transaction(add);
      }),
    );
  });
  await followThread(stored.authorId, root._id);
  if (root.replyCount === 0) await followThread(root.authorId, root._id);
  return presentPostFor(me, stored);
}

/**
 * Puts a reply where its thread stands at that moment: it may have been moved, or closed to others, since it was looked up. Throws
 * `locked` when it was locked or hidden. A held reply does not count yet.
 */
async function addReply(me: Me, reply: StoredPost, session: ClientSession): Promise<void> {
  const root = await PostModel.findOneAndUpdate(
    {
      _id: reply.threadId,
      locked: false,
      $or: [{ state: "visible" }, { state: "removed", removedBy: { $ne: "moderator" } }],
    },
    [{ $set: { ...(reply.state !== "held" && counting(reply)), rev: { $add: ["$rev", 1] } } }],
    { session, updatePipeline: true, projection: { channelIds: 1, privateTo: 1 } },
  ).lean<Pick<StoredPost, "channelIds" | "privateTo">>();
  if (!root) throw new AppError("locked", "This thread takes no more replies.");
  Object.assign(reply, { channelIds: root.channelIds, privateTo: root.privateTo });
  await writeAsReader(me, root, () => PostModel.insertMany([reply], { session }), session);
}

const counting = ({ authorId, createdAt }: StoredPost) => ({
  replyCount: { $add: ["$replyCount", 1] },
  lastReplyAt: { $max: ["$lastReplyAt", createdAt] },
  repliers: {
    $slice: [
      {
        $concatArrays: [[authorId], { $filter: { input: "$repliers", cond: { $ne: ["$$this", authorId] } } }],
      },
      3,
    ],
  },
  // removed without a trace while this was written: the trace is this reply
  listed: true,
});

// Replies to one thread write the same document: one after the other they don't conflict.
const turns = new Map<string, Promise<unknown>>();

function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(key) ?? Promise.resolve()).then(work, work);
  turns.set(key, turn);
  const leave = () => {
    if (turns.get(key) === turn) turns.delete(key);
  };
  turn.then(leave, leave);
  return turn;
}

interface RepliesQuery {
  id: string;
  after?: string | undefined;
  before?: string | undefined;
  around?: string | undefined;
  limit?: number | undefined;
}

/** A part of a thread, oldest first: from its start, beside a place, or around one reply. */
export async function repliesOf(me: Me, query: RepliesQuery): Promise<ReplyPage> {
  const root = await accessThread(me, query.id);
  const limit = query.limit ?? limits.pageSize;
  if (query.around) {
    const middle = await PostModel.findOne({
      _id: query.around,
      threadId: root._id,
      isReply: true,
    }).lean<StoredPost>();
    if (!middle) throw new AppError("not_found", "That reply is no longer there.");
    const place = placeOf(middle, "createdAt");
    const [above, below] = await Promise.all([
      side(me, root._id, place, "$lt", limit),
      side(me, root._id, place, "$gt", limit),
    ]);
    const there = stands(me, middle) ? [middle] : [];
    return present(me, [...above.posts, ...there, ...below.posts], above.more, below.more);
  }
  if (query.before) {
    const above = await side(me, root._id, query.before, "$lt", limit);
    return present(me, above.posts, above.more, above.posts.length > 0);
  }
  const below = await side(me, root._id, query.after, "$gt", limit);
  return present(me, below.posts, query.after !== undefined, below.more);
}

/** What its author removed leaves no trace in a thread; a moderator's hand leaves a tombstone. */
const standing: QueryFilter<StoredPost> = {
  $nor: [{ state: "removed", removedBy: { $ne: "moderator" } }],
};

const stands = (me: Me, reply: StoredPost) =>
  reply.state === "held"
    ? String(reply.authorId) === me.id
    : reply.state !== "removed" || reply.removedBy === "moderator";

async function side(
  me: Me,
  threadId: Types.ObjectId,
  place: string | undefined,
  direction: "$lt" | "$gt",
  limit: number,
) {
  const order = direction === "$gt" ? 1 : -1;
  const found = await PostModel.find({
    $and: [
      { threadId, isReply: true, ...standing },
      shownTo(me),
      beyond<StoredPost>(place, direction, "createdAt"),
    ],
  })
    .sort({ createdAt: order, _id: order })
    .limit(limit + 1)
    .lean<StoredPost[]>();
  const posts = found.slice(0, limit);
  return { posts: order === 1 ? posts : posts.toReversed(), more: found.length > limit };
}

async function present(me: Me, posts: StoredPost[], earlier: boolean, later: boolean): Promise<ReplyPage> {
  const [first, last] = [posts[0], posts.at(-1)];
  return {
    replies: await presentPostsFor(me, posts),
    earlier: earlier && first ? placeOf(first, "createdAt") : null,
    later: later && last ? placeOf(last, "createdAt") : null,
  };
}

/** The threads that I follow and that have replies, the last answered first. */
export async function followedThreads(
  me: Me,
  { before, limit = limits.pageSize }: PageQuery,
): Promise<PostPage> {
  const followed: QueryFilter<StoredPost> = {
    _id: { $in: await markedThreads(me, "following") },
    listed: true,
    state: { $ne: "held" },
    lastReplyAt: { $ne: null },
  };
  const found = await PostModel.find({
    $and: [followed, readableBy(me), beyond<StoredPost>(before, "$lt", "lastReplyAt")],
  })
    .sort({ lastReplyAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<StoredPost[]>();
  const { shown, next } = cut(found, limit, "lastReplyAt");
  return { posts: await presentPostsFor(me, shown), next };
}
