import { canMakePrivate, type Channel } from "@meridian/shared/channels";
import { AppError } from "@meridian/shared/errors";
import type { Me } from "@meridian/shared/people";
import { type ClientSession, Types } from "mongoose";
import { accessChannel, loadChannels } from "../channels/access.ts";
import { changeChannel } from "../channels/actions.ts";
import { join } from "../channels/memberships.ts";
import { MembershipModel } from "../channels/model.ts";
import { PostModel, type StoredPost } from "./model.ts";

/**
 * Closes a channel to all but those who follow it. Whoever does so stays in it too, so that it is never without a member.
 * What stands in other channels as well stays there and leaves this one.
 */
export async function makeChannelPrivate(me: Me, { id }: { id: string }): Promise<Channel> {
  const channel = await accessChannel(me, id);
  if (channel.private) return channel;
  if (!canMakePrivate(me, channel)) throw new AppError("forbidden", "This channel can't be made private.");
  const closed = await changeChannel(
    me,
    id,
    { $set: { private: true } },
    "channel:madePrivate",
    async (session) => {
      // in this order, which the change stream keeps: its members are in before its posts and its name are theirs alone
      await join({ channelId: id, personId: me.id, private: true }, session);
      await encloseMembers(id, session);
      await enclosePosts(id, session);
    },
  );
  // whoever followed or posted while that was on its way, and was done before it
  await encloseMembers(id);
  await enclosePosts(id);
  return closed;
}

const encloseMembers = (channelId: string, session?: ClientSession) =>
  MembershipModel.updateMany(
    { channelId, private: false },
    { $set: { private: true } },
    session && { session },
  );

async function enclosePosts(id: string, session?: ClientSession): Promise<void> {
  const channelId = new Types.ObjectId(id);
  await PostModel.updateMany(
    { channelIds: { $eq: channelId, $not: { $size: 1 } } },
    { $pull: { channelIds: channelId, pinnedIn: channelId }, $inc: { rev: 1 } },
    session && { session },
  );
  await PostModel.updateMany(
    { channelIds: [channelId], privateTo: null },
    { $set: { privateTo: channelId } },
    session && { session },
  );
}

/**
 * A post that has just been written, as it is once it stands in no channel that is closed to its readers: one may have been closed in the
 * same moment. Asked of memory when it is written, and again when the change stream brings it: then all that was committed before it
 * has been heard of, on whichever node. Null when it is gone.
 */
export async function encloseLate(post: StoredPost): Promise<StoredPost | null> {
  if (post.privateTo) return post;
  const closed = (await loadChannels(post.channelIds)).filter((channel) => channel.private);
  if (closed.length === 0) return post;
  const now = await read(post);
  // told again after a start: it was taken in long ago
  if (!now || now.privateTo) return now;
  const late = closed.filter(({ id }) => now.channelIds.some((channelId) => channelId.equals(id)));
  for (const { id } of late) await enclosePosts(id);
  return late.length === 0 ? now : read(post);
}

const read = (post: StoredPost) => PostModel.findById(post._id).lean<StoredPost>();
