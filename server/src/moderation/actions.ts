import { canPinIn } from "@meridian/shared/channels";
import { AppError } from "@meridian/shared/errors";
import type { Me } from "@meridian/shared/people";
import type { Post } from "@meridian/shared/posts";
import { type QueryFilter, Types, type UpdateQuery } from "mongoose";
import { accessChannel } from "../channels/access.ts";
import { clock } from "../clock.ts";
import { transaction } from "../database/connect.ts";
import { accessModerated, accessThread } from "../posts/access.ts";
import { PostModel, type StoredPost } from "../posts/model.ts";
import { presentPostFor } from "../posts/present.ts";

interface Pin {
  id: string;
  channelId: string;
}

/** Keeps a thread at the top of one of its channels. */
export async function pinPost(me: Me, { id, channelId }: Pin): Promise<Post> {
  await accessPinnable(me, { id, channelId });
  return change(
    me,
    id,
    { pinnedIn: { $ne: channelId } },
    { $push: { pinnedIn: new Types.ObjectId(channelId) } },
  );
}

export async function unpinPost(me: Me, { id, channelId }: Pin): Promise<Post> {
  await accessPinnable(me, { id, channelId });
  return change(me, id, { pinnedIn: channelId }, { $pull: { pinnedIn: new Types.ObjectId(channelId) } });
}

async function accessPinnable(me: Me, { id, channelId }: Pin): Promise<void> {
  const post = await accessThread(me, id);
  const channel = await accessChannel(me, channelId);
  if (!post.channelIds.some((its) => String(its) === channelId)) {
    throw new AppError("not_found", "This post is not in that channel.");
  }
  if (!canPinIn(me, channel))
    throw new AppError("forbidden", "Only those who look after the channel can pin.");
}

/** Takes a post out of everybody's sight, its author's and its moderators' excepted; it can be brought back. */
export async function hidePost(me: Me, { id, reason }: { id: string; reason: string }): Promise<Post> {
  const post = await accessModerated(me, id);
  if (post.state === "removed") throw new AppError("conflict", "Its author has removed this post already.");
  const hidden = { by: new Types.ObjectId(me.id), reason, at: clock.now() };
  return change(me, id, { state: "visible" }, { $set: { state: "hidden", hidden } });
}

export async function unhidePost(me: Me, { id }: { id: string }): Promise<Post> {
  await accessModerated(me, id);
  return change(me, id, { state: "hidden" }, { $set: { state: "visible", hidden: null } });
}

/** No more replies, reactions and edits in this thread. */
export const lockThread = (me: Me, { id }: { id: string }): Promise<Post> => setLocked(me, id, true);

export const unlockThread = (me: Me, { id }: { id: string }): Promise<Post> => setLocked(me, id, false);

/** Every reply carries the lock too: whoever changes one meets it there, at the same moment too. */
async function setLocked(me: Me, id: string, locked: boolean): Promise<Post> {
  const { _id: threadId } = await accessThread(me, id);
  await accessModerated(me, id);
  await transaction((session) =>
    PostModel.updateMany({ threadId, locked: !locked }, { $set: { locked }, $inc: { rev: 1 } }, { session }),
  );
  return presentPostFor(me, await accessThread(me, id));
}

/** Changes the post unless it is so already; either way answers how it stands now. */
async function change(
  me: Me,
  id: string,
  unless: QueryFilter<StoredPost>,
  update: UpdateQuery<StoredPost>,
): Promise<Post> {
  await PostModel.updateOne({ $and: [{ _id: id }, unless] }, { ...update, $inc: { rev: 1 } });
  return presentPostFor(me, (await PostModel.findById(id).lean<StoredPost>())!);
}
