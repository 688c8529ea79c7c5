import { AppError } from "@meridian/shared/errors";
import { limits } from "@meridian/shared/limits";
import type { Me } from "@meridian/shared/people";
import { canReact, type Post } from "@meridian/shared/posts";
import { Types } from "mongoose";
import { refuseFrozen } from "../people/access.ts";
import { accessPost, writeAsReader } from "./access.ts";
import { PostModel, type StoredPost } from "./model.ts";
import { presentPostFor } from "./present.ts";

interface Place {
  id: string;
  emoji: string;
}

/** Adds my reaction; a second time changes nothing. */
export async function react(me: Me, { id, emoji }: Place): Promise<Post> {
  const post = await accessPost(me, id);
  refuseFrozen(me);
  if (!canReact(post)) throw new AppError("locked", "This post takes no reactions.");
  const used = new Set(post.reactions.map((reaction) => reaction.emoji));
  if (!used.has(emoji) && used.size >= limits.emojiPerPost) {
    throw new AppError("conflict", `A post takes ${limits.emojiPerPost} different emoji.`);
  }
  const mine = { emoji, personId: new Types.ObjectId(me.id) };
  await writeAsReader(me, post, (session) =>
    PostModel.updateOne(
      { _id: post._id, state: "visible", locked: false, reactions: { $not: { $elemMatch: mine } } },
      { $push: { reactions: mine }, $inc: { rev: 1 } },
      session && { session },
    ),
  );
  return presentPostFor(me, await accessPost(me, id));
}

/** Takes my reaction back. */
export async function unreact(me: Me, { id, emoji }: Place): Promise<Post> {
  const post = await accessPost(me, id);
  const mine = { emoji, personId: new Types.ObjectId(me.id) };
  await writeAsReader(me, post, (session) =>
    PostModel.updateOne(
      { _id: post._id, reactions: { $elemMatch: mine } },
      { $pull: { reactions: mine }, $inc: { rev: 1 } },
      session && { session },
    ),
  );
  return presentPostFor(me, (await PostModel.findById(post._id).lean<StoredPost>())!);
}
