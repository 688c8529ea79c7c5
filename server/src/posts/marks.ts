import type { Me } from "@meridian/shared/people";
import type { Mark, Marks } from "@meridian/shared/threads";
import mongoose, { Schema, Types } from "mongoose";
import { clock } from "../clock.ts";
import { isDuplicate, strict } from "../database/connect.ts";
import { inserter } from "../database/together.ts";
import { rooms } from "../live/rooms.ts";
import type { Announce } from "../live/steps.ts";
import { accessPost, accessThread } from "./access.ts";

/** What one person noted about one post. */
export interface StoredMark {
  _id: Types.ObjectId;
  personId: Types.ObjectId;
  postId: Types.ObjectId;
  savedAt: Date | null;
  thread: "following" | "muted" | "none";
  changedAt: Date;
}

const schema = new Schema<StoredMark>(
  {
    personId: { type: Schema.Types.ObjectId, required: true },
    postId: { type: Schema.Types.ObjectId, required: true },
    savedAt: { type: Date, default: null },
    thread: { type: String, default: "none" },
    changedAt: { type: Date, required: true },
  },
  { ...strict, collection: "marks" },
);
schema.index({ personId: 1, postId: 1 }, { unique: true });
// saved for later, the last saved first
schema.index({ personId: 1, savedAt: -1, _id: -1 });
// the threads that a person follows or has muted
schema.index({ personId: 1, thread: 1, changedAt: -1 });
// everything a person marked, for their browser
schema.index({ personId: 1, changedAt: -1 });

export const MarkModel = mongoose.model("Mark", schema);

const insertMark = inserter<StoredMark>(MarkModel);

const presentMark = (stored: StoredMark): Mark => ({
  postId: String(stored.postId),
  saved: stored.savedAt !== null,
  thread: stored.thread,
});

export const announceMark: Announce<StoredMark> = async ({ id, record }) => {
  if (!record) return [];
  const to = [rooms.person(String(record.personId))];
  return [{ step: "tell", type: "mark:changed", data: presentMark(record), subject: `mark:${id}`, to }];
};

export async function myMarks(me: Me): Promise<Marks> {
  const marks = await MarkModel.find({ personId: me.id }).sort({ changedAt: -1 }).limit(2_000).lean();
  const ids = (chosen: (mark: StoredMark) => boolean) =>
    marks.filter(chosen).map((mark) => String(mark.postId));
  return {
    saved: ids((mark) => mark.savedAt !== null),
    following: ids((mark) => mark.thread === "following"),
    muted: ids((mark) => mark.thread === "muted"),
  };
}

/** The threads that somebody follows, or has muted: the newest 2,000 marks. */
export async function markedThreads(
  me: Pick<Me, "id">,
  thread: "following" | "muted",
): Promise<Types.ObjectId[]> {
  const marks = await MarkModel.find({ personId: me.id, thread })
    .sort({ changedAt: -1 })
    .limit(2_000)
    .select("postId")
    .lean();
  return marks.map((mark) => mark.postId);
}

export async function savePost(me: Me, { id }: { id: string }): Promise<Mark> {
  const post = await accessPost(me, id);
  return setMark(me, post._id, { savedAt: clock.now() });
}

export async function unsavePost(me: Me, { id }: { id: string }): Promise<Mark> {
  const post = await accessPost(me, id);
  return setMark(me, post._id, { savedAt: null });
}

export async function markThread(
  me: Me,
  { id, thread }: { id: string; thread: Mark["thread"] },
): Promise<Mark> {
  const post = await accessThread(me, id);
  return setMark(me, post._id, { thread });
}

/**
 * Whoever writes in a thread follows it, unless they have said otherwise; whoever began it does from its first reply on:
 * before that there is nothing to follow.
 */
export async function followThread(personId: Types.ObjectId, threadId: Types.ObjectId): Promise<void> {
  await insertMark({
    _id: new Types.ObjectId(),
    personId,
    postId: threadId,
    savedAt: null,
    thread: "following",
    changedAt: clock.now(),
  }).catch((error: unknown) => {
    // they have marked it before
    if (!isDuplicate(error)) throw error;
  });
}

async function setMark(me: Me, postId: Types.ObjectId, change: Partial<StoredMark>): Promise<Mark> {
  const onInsert = { savedAt: null, thread: "none", ...change };
  const unset = Object.fromEntries(Object.entries(onInsert).filter(([field]) => !(field in change)));
  const stored = await MarkModel.findOneAndUpdate(
    { personId: me.id, postId },
    { $set: { ...change, changedAt: clock.now() }, $setOnInsert: unset },
    { upsert: true, returnDocument: "after" },
  ).lean<StoredMark>();
  return presentMark(stored!);
}
