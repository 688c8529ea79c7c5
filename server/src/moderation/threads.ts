import { canPinIn } from "@meridian/shared/channels";
import type { AuditAction } from "@meridian/shared/audit";
import { AppError } from "@meridian/shared/errors";
import type { Me } from "@meridian/shared/people";
import type { Post } from "@meridian/shared/posts";
import type { ClientSession } from "mongoose";
import { audit } from "../audit/audit.ts";
import { accessChannel } from "../channels/access.ts";
import { transaction } from "../database/connect.ts";
import { briefsOf } from "../people/present.ts";
import { accessModerated, accessThread } from "../posts/access.ts";
import type { StoredPost } from "../posts/model.ts";
import { presentPostFor } from "../posts/present.ts";
import { pin, setLocked, unpin } from "./effects.ts";

interface Pin {
  id: string;
  channelId: string;
}

/** Keeps a thread at the top of one of its channels. */
export async function pinPost(me: Me, { id, channelId }: Pin): Promise<Post> {
  const post = await accessThread(me, id);
  if (post.pinnedIn.some((its) => String(its) === channelId)) return presentPostFor(me, post);
  return change(me, post, "post:pinned", { channelId }, (session) => pin(me, session, post, channelId));
}

export async function unpinPost(me: Me, { id, channelId }: Pin): Promise<Post> {
  const post = await accessThread(me, id);
  const channel = await accessChannel(me, channelId);
  if (!canPinIn(me, channel))
    throw new AppError("forbidden", "Only those who look after the channel can pin.");
  if (!post.pinnedIn.some((its) => String(its) === channelId)) return presentPostFor(me, post);
  return change(me, post, "post:unpinned", { channelId }, (session) => unpin(session, post._id, channelId));
}

/** No more replies, reactions and edits in this thread. */
export const lockThread = (me: Me, { id }: { id: string }): Promise<Post> => lockOrUnlock(me, id, true);

export const unlockThread = (me: Me, { id }: { id: string }): Promise<Post> => lockOrUnlock(me, id, false);

async function lockOrUnlock(me: Me, id: string, locked: boolean): Promise<Post> {
  const post = await accessModerated(me, id, accessThread);
  if (post.locked === locked) return presentPostFor(me, post);
  return change(me, post, locked ? "post:locked" : "post:unlocked", { locked }, (session) =>
    setLocked(session, post._id, locked),
  );
}

/** Does it and writes it down; answers how the thread stands now. */
async function change(
  me: Me,
  post: StoredPost,
  action: AuditAction,
  after: Record<string, unknown>,
  work: (session: ClientSession) => Promise<void>,
): Promise<Post> {
  const { name } = (await briefsOf([post.authorId])).get(String(post.authorId))!;
  await transaction(async (session) => {
    await work(session);
    await audit(session, {
      by: me,
      action,
      target: { kind: "post", id: String(post._id), name },
      scope: { officeId: post.officeId, channelIds: post.channelIds },
      after,
    });
  });
  return presentPostFor(me, await accessThread(me, String(post._id)));
}
