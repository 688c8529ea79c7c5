import type { Channel } from "@meridian/shared/channels";
import { canSeeChannel } from "@meridian/shared/channels";
import { AppError } from "@meridian/shared/errors";
import type { Actor, Me } from "@meridian/shared/people";
import { canModeratePost } from "@meridian/shared/posts";
import { type ClientSession, type QueryFilter, Types } from "mongoose";
import { loadChannels } from "../channels/access.ts";
import { holdMembership } from "../channels/memberships.ts";
import { transaction } from "../database/connect.ts";
import { PostModel, type StoredPost } from "./model.ts";

const absent = () => new AppError("not_found", "There is no such post, or not any more.");

/**
 * The post, if `me` may read at least one of its channels; `not_found` alike for absent, for private, and for one
 * that is held with nothing below it.
 */
export async function accessPost(me: Actor, id: string): Promise<StoredPost> {
  const post = await PostModel.findById(id).lean<StoredPost>();
  if (!post || !canReadPost(me, post)) throw absent();
  return post;
}

/** The first post of a thread. */
export async function accessThread(me: Actor, id: string): Promise<StoredPost> {
  const post = await accessPost(me, id);
  if (post.isReply) throw absent();
  return post;
}

/** The post with its channels, if it is in `me`'s care as an admin or a lead; else `forbidden`. */
export async function accessModerated(me: Actor, id: string, access = accessPost): Promise<StoredPost> {
  const post = await access(me, id);
  if (!canModeratePost(me, await channelsOf(post))) {
    throw new AppError("forbidden", "Only an admin or the office's lead can do that.");
  }
  return post;
}

export const channelsOf = (post: Pick<StoredPost, "channelIds">): Promise<Channel[]> =>
  loadChannels(post.channelIds);

/** Posts in channels that `me` may read, as a condition of a query. */
export const readableBy = (me: Actor): QueryFilter<StoredPost> => ({
  privateTo: { $in: [null, ...me.privateChannelIds] },
});

/** What is held shows to its author; to others only as the tombstone that replies stand under. A condition of a query. */
export const shownTo = (me: Pick<Actor, "id">): QueryFilter<StoredPost> => ({
  $or: [{ state: { $ne: "held" } }, { authorId: new Types.ObjectId(me.id) }, { replyCount: { $gt: 0 } }],
});

const canReadPost = (me: Actor, post: StoredPost) =>
  (post.privateTo === null || canSeeChannel(me, { id: String(post.privateTo), private: true })) &&
  (post.state !== "held" || String(post.authorId) === me.id || post.replyCount > 0);

/** Writes something to a post or beside it: if it is private, in one transaction with what lets `me` write there. */
export function writeAsReader<T>(
  me: Pick<Me, "id">,
  { privateTo }: Pick<StoredPost, "privateTo">,
  write: (session?: ClientSession) => Promise<T>,
  session?: ClientSession,
): Promise<T> {
  if (privateTo === null) return write(session);
  const held = async (its: ClientSession) => {
    await holdMembership(me, privateTo, its);
    return write(its);
  };
  return session ? held(session) : transaction(held);
}
