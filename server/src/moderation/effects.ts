import { canPinIn, canPostIn } from "@meridian/shared/channels";
import type { CaseAction } from "@meridian/shared/caseHistory";
import { canSanction } from "@meridian/shared/cases";
import { type ContentStep, nextContentState } from "@meridian/shared/caseStates";
import { AppError } from "@meridian/shared/errors";
import type { Me } from "@meridian/shared/people";
import { type ClientSession, Types } from "mongoose";
import { accessChannel } from "../channels/access.ts";
import { holdOpen } from "../channels/actions.ts";
import { clock } from "../clock.ts";
import { PersonModel, type StoredPerson } from "../people/model.ts";
import { inThread, PostModel, type StoredHiding, type StoredPost } from "../posts/model.ts";
import { recountThread } from "../posts/recount.ts";
import { endSessions } from "../sessions/end.ts";

/**
 * The one way in which what a post says goes out of sight and comes back: its state, and with a reply the count of its
 * thread. Everything that reads posts asks for the state.
 */
export async function moveContent(
  session: ClientSession,
  post: StoredPost,
  step: ContentStep,
  hidden: StoredHiding | null,
): Promise<void> {
  const withdrawn = post.state === "removed" && post.removedBy !== "moderator";
  const state = withdrawn ? null : nextContentState(post.state, step);
  if (!state) {
    throw new AppError(
      "conflict",
      withdrawn ? "Its author has removed this post already." : "It is so already.",
    );
  }
  const gone = state === "removed" || state === "purged";
  await PostModel.updateOne(
    { _id: post._id },
    {
      $set: {
        state,
        hidden,
        removedBy: gone ? "moderator" : null,
        removedAt: gone ? clock.now() : null,
      },
      $inc: { rev: 1 },
    },
    { session },
  );
  if (post.isReply) await recountThread(post.threadId, session);
}

/** Every reply carries the lock too: whoever changes one meets it there, at the same moment too. */
export async function setLocked(
  session: ClientSession,
  threadId: Types.ObjectId,
  locked: boolean,
): Promise<void> {
  await PostModel.updateMany(
    { ...inThread(threadId), locked: !locked },
    { $set: { locked }, $inc: { rev: 1 } },
    { session },
  );
}

/** Moves a thread, replies and all, to another open channel; pins stay behind. */
export async function moveThread(
  me: Me,
  session: ClientSession,
  root: StoredPost,
  channelId: string,
): Promise<void> {
  const channel = await accessChannel(me, channelId);
  const open = await holdOpen([new Types.ObjectId(channelId)], session);
  if (root.privateTo || open.length === 0) {
    throw new AppError("bad_request", "A thread moves between open channels only.", {
      channelId: "is private",
    });
  }
  if (!canPostIn(me, channel))
    throw new AppError("forbidden", `You can't start a thread in ${channel.name}.`);
  await placeThread(session, root._id, open);
}

/** Back to where a thread stood, as far as that is open still; it stays where it is when nothing of that is, or it is private now. */
export async function moveThreadBack(
  session: ClientSession,
  { threadId, privateTo }: Pick<StoredPost, "threadId" | "privateTo">,
  channelIds: Types.ObjectId[],
): Promise<void> {
  if (privateTo) return;
  const open = await holdOpen(channelIds, session);
  if (open.length > 0) await placeThread(session, threadId, open);
}

async function placeThread(
  session: ClientSession,
  threadId: Types.ObjectId,
  channelIds: Types.ObjectId[],
): Promise<void> {
  await PostModel.updateMany(
    inThread(threadId),
    { $set: { channelIds, pinnedIn: [] }, $inc: { rev: 1 } },
    { session },
  );
}

export async function pin(
  me: Me,
  session: ClientSession,
  root: StoredPost,
  channelId: string,
): Promise<void> {
  const channel = await accessChannel(me, channelId);
  if (!root.channelIds.some((its) => String(its) === channelId)) {
    throw new AppError("not_found", "This post is not in that channel.");
  }
  if (!canPinIn(me, channel))
    throw new AppError("forbidden", "Only those who look after the channel can pin.");
  await PostModel.updateOne(
    { _id: root._id, pinnedIn: { $ne: channelId } },
    { $push: { pinnedIn: new Types.ObjectId(channelId) }, $inc: { rev: 1 } },
    { session },
  );
}

export async function unpin(
  session: ClientSession,
  postId: Types.ObjectId,
  channelId: string,
): Promise<void> {
  await PostModel.updateOne(
    { _id: postId, pinnedIn: channelId },
    { $pull: { pinnedIn: new Types.ObjectId(channelId) }, $inc: { rev: 1 } },
    { session },
  );
}

interface Sanction {
  reason: string;
  ruleId: Types.ObjectId | null;
  caseId: Types.ObjectId;
  until: Date | null;
}

/** The one way in which somebody is frozen or suspended. A suspension ends every session in the same moment. */
export async function sanction(
  me: Me,
  session: ClientSession,
  personId: Types.ObjectId,
  action: Extract<CaseAction, "freeze" | "suspend">,
  { until, reason, ruleId, caseId }: Sanction,
): Promise<void> {
  const person = await PersonModel.findById(personId).session(session).lean<StoredPerson>();
  if (!person || !canSanction(me, action, person)) {
    throw new AppError("forbidden", `You can't ${action} this person.`);
  }
  if (until && until <= clock.now()) {
    throw new AppError("bad_request", "That moment has passed.", { until: "must be in the future" });
  }
  const change =
    action === "freeze"
      ? { frozen: { until: until!, reason, ruleId, caseId } }
      : { suspended: { until, reason, caseId } };
  await PersonModel.updateOne({ _id: personId }, { $set: change, $inc: { rev: 1 } }, { session });
  if (action === "suspend") await endSessions({ personId }, session);
}

/** Lifts what a case brought upon somebody; what another one did stays. */
export async function liftSanctions(
  session: ClientSession,
  personId: Types.ObjectId,
  caseId: Types.ObjectId,
): Promise<void> {
  for (const field of ["frozen", "suspended"] as const) {
    await PersonModel.updateOne(
      { _id: personId, [`${field}.caseId`]: caseId },
      { $set: { [field]: null }, $inc: { rev: 1 } },
      { session },
    );
  }
}
