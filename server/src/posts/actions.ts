import { canPostIn } from "@meridian/shared/channels";
import { AppError } from "@meridian/shared/errors";
import { limits } from "@meridian/shared/limits";
import type { Me } from "@meridian/shared/people";
import type { EditPost, NewPost, Post, PostVersion } from "@meridian/shared/posts";
import { canEditPost, canRemovePost } from "@meridian/shared/posts";
import type { Nothing } from "@meridian/shared/shape";
import { type ClientSession, Types } from "mongoose";
import { opening } from "../cases/open.ts";
import { accessChannels } from "../channels/access.ts";
import { clock } from "../clock.ts";
import { isDuplicate, transaction } from "../database/connect.ts";
import { inserter } from "../database/together.ts";
import { refuseFrozen } from "../people/access.ts";
import { accessPost, writeAsReader } from "./access.ts";
import { encloseLate } from "./enclose.ts";
import { PostModel, type StoredPost, VersionModel } from "./model.ts";
import { forgetNewest } from "./newest.ts";
import { understand } from "./names.ts";
import { presentPostFor } from "./present.ts";
import { recountThread } from "./recount.ts";
import { flagEdited, screen, writeScreened } from "./screened.ts";

/** Posts to one channel, or to several open ones with one thread for all. The same key again answers the first post. */
export async function createPost(me: Me, draft: NewPost): Promise<Post> {
  const channels = await accessChannels(me, [...new Set(draft.channelIds)]);
  const isPrivate = channels.some((channel) => channel.private);
  if (isPrivate && channels.length > 1) {
    throw new AppError("bad_request", "A private channel can't be combined with others.", {
      channelIds: "must be open channels, or one private channel",
    });
  }
  const id = new Types.ObjectId();
  const stored = newPost(me, {
    _id: id,
    key: draft.key,
    body: draft.body,
    channelIds: channels.map((channel) => new Types.ObjectId(channel.id)),
    privateTo: isPrivate ? new Types.ObjectId(channels[0]!.id) : null,
    threadId: id,
    isReply: false,
    listed: true,
    ...(await understand(draft.body)),
  });
  const post = await insertOnce(stored, async () => {
    refuseFrozen(me);
    const closed = channels.find((channel) => !canPostIn(me, channel));
    if (closed) throw new AppError("forbidden", `You can't start a thread in ${closed.name}.`);
    const findings = await screen(me, stored);
    const write = (session?: ClientSession) =>
      session ? PostModel.insertMany([stored], { session }) : insertPost(stored);
    await writeScreened(stored, findings, (session) => writeAsReader<unknown>(me, stored, write, session));
  });
  forgetNewest(post.channelIds);
  return presentPostFor(me, (await encloseLate(post)) ?? post);
}

const insertPost = inserter<StoredPost>(PostModel);

type Written = "_id" | "key" | "body" | "channelIds" | "privateTo" | "threadId" | "isReply" | "listed";

/** A post as it is before anybody has answered, reacted or changed anything. */
export function newPost(
  me: Pick<Me, "id" | "officeId">,
  written: Pick<StoredPost, Written | "text" | "mentions" | "hashtags">,
): StoredPost {
  return {
    rev: 1,
    authorId: new Types.ObjectId(me.id),
    officeId: new Types.ObjectId(me.officeId),
    state: "visible",
    createdAt: clock.now(),
    editedAt: null,
    removedAt: null,
    removedBy: null,
    reactions: [],
    replyCount: 0,
    lastReplyAt: null,
    repliers: [],
    pinnedIn: [],
    locked: false,
    hidden: null,
    ...written,
  };
}

/**
 * Writes a post, or finds the one that the same key wrote before, even where writing is no longer allowed: whoever lost
 * the first answer is owed it. The key with another text is a `conflict`.
 */
export async function insertOnce(post: StoredPost, write: () => Promise<unknown>): Promise<StoredPost> {
  try {
    await write();
    return post;
  } catch (error) {
    if (!isDuplicate(error) && !(error instanceof AppError)) throw error;
    const first = await PostModel.findOne({ authorId: post.authorId, key: post.key }).lean<StoredPost>();
    if (!first) throw error;
    const same =
      first.isReply === post.isReply &&
      (post.isReply ? first.threadId.equals(post.threadId) : sameIds(first.channelIds, post.channelIds)) &&
      (first.body === post.body || first.editedAt !== null || first.state !== "visible");
    if (!same)
      throw new AppError("conflict", "This key was used for another post.", { key: "was used before" });
    return first;
  }
}

const sameIds = (a: Types.ObjectId[], b: Types.ObjectId[]) =>
  a.map(String).toSorted().join() === b.map(String).toSorted().join();

export const showPost = async (me: Me, id: string): Promise<Post> =>
  presentPostFor(me, await accessPost(me, id));

/** Changes the text and keeps what it said before, so often at most. Saving the same text changes nothing. */
export async function editPost(me: Me, edit: EditPost): Promise<Post> {
  const post = await accessPost(me, edit.id);
  if (!canEditPost(me, asStanding(post))) throw notYours(post);
  if (post.body === edit.body) return presentPostFor(me, post);
  refuseFrozen(me);
  const meaning = await understand(edit.body);
  const findings = await screen(me, { body: edit.body, text: meaning.text });
  const edited = await opening(async (session) => {
    const write = () =>
      PostModel.findOneAndUpdate(
        // not by rev: reactions and replies would keep a busy post from being edited
        { _id: post._id, body: post.body, editedAt: post.editedAt, state: "visible", locked: false },
        { $set: { body: edit.body, ...meaning, editedAt: clock.now() }, $inc: { rev: 1 } },
        { session, returnDocument: "after" },
      ).lean<StoredPost>();
    const found = await writeAsReader(me, post, write, session);
    if (!found) return null;
    if ((await VersionModel.countDocuments({ postId: post._id }, { session })) >= limits.editsPerPost)
      throw new AppError("locked", `A post is edited ${limits.editsPerPost} times at most.`);
    const at = post.editedAt ?? post.createdAt;
    await VersionModel.insertMany([{ postId: post._id, body: post.body, text: post.text, at }], { session });
    return flagEdited(session, found, findings);
  });
  // another tab edited it in between, or a moderator was faster: look again
  return edited ? presentPostFor(me, edited) : editPost(me, edit);
}

/** Takes one's own post away: a tombstone where there are replies, else it is gone from every list. */
export async function removePost(me: Me, { id }: { id: string }): Promise<Nothing> {
  const post = await accessPost(me, id);
  if (post.state === "removed" && String(post.authorId) === me.id) return {};
  if (!canRemovePost(me, asStanding(post))) throw notYours(post);
  const removed = await transaction(async (session) => {
    const { matchedCount } = await PostModel.updateOne(
      { _id: post._id, state: "visible" },
      [
        {
          $set: {
            state: "removed",
            removedAt: clock.now(),
            removedBy: "author",
            listed: { $and: ["$listed", { $gt: ["$replyCount", 0] }] },
            rev: { $add: ["$rev", 1] },
          },
        },
      ],
      { session, updatePipeline: true },
    );
    if (post.isReply) await recountThread(post.threadId, session);
    return matchedCount === 1;
  });
  // a moderator was faster: look again
  return removed ? {} : removePost(me, { id });
}

/** Takes a removal back, for its author and some seconds long. */
export async function restorePost(me: Me, { id }: { id: string }): Promise<Post> {
  const post = await accessPost(me, id);
  if (post.state === "visible") return presentPostFor(me, post);
  refuseFrozen(me);
  const since = new Date(clock.millis() - limits.undoSeconds * 1_000);
  const restored = await transaction(async (session) => {
    const found = await PostModel.findOneAndUpdate(
      {
        _id: post._id,
        authorId: new Types.ObjectId(me.id),
        state: "removed",
        removedBy: { $ne: "moderator" },
        removedAt: { $gte: since },
      },
      {
        $set: { state: "visible", removedAt: null, removedBy: null, listed: !post.isReply },
        $inc: { rev: 1 },
      },
      { session, returnDocument: "after" },
    ).lean<StoredPost>();
    if (found?.isReply) await recountThread(found.threadId, session);
    return found;
  });
  if (!restored) throw new AppError("conflict", "It is too late to bring this post back.");
  return presentPostFor(me, restored);
}

/** What a post said before each edit, and says now, oldest first; for those who may read it. */
export async function postHistory(me: Me, { id }: { id: string }): Promise<{ versions: PostVersion[] }> {
  const post = await accessPost(me, id);
  const now = await presentPostFor(me, post);
  if (now.body === "") throw new AppError("not_found", "This post is no longer there.");
  const earlier = await VersionModel.find({ postId: post._id }).sort({ at: 1 }).lean();
  return {
    versions: [
      ...earlier.map(({ body, text, at }) => ({ body, text, at: at.toISOString() })),
      { body: now.body, text: now.text, at: now.editedAt ?? now.createdAt },
    ],
  };
}

const asStanding = (post: StoredPost) => ({
  author: { id: String(post.authorId), name: "", handle: "", officeId: "", avatar: null },
  state: post.state,
  locked: post.locked,
});

function notYours(post: StoredPost): AppError {
  if (post.locked) return new AppError("locked", "This thread is locked.");
  return new AppError("forbidden", "You can only change your own posts.");
}
