import { Types } from "mongoose";
import { transaction } from "../database/connect.ts";
import { type Merging, moved, movedEach, movedIn } from "../people/merging.ts";
import { MarkModel, type StoredMark } from "./marks.ts";
import { PostModel } from "./model.ts";

const postsAtOnce = 2_000;
const marksAtOnce = 200;

/**
 * Goes once through all posts in the order of their ids: no index says who reacted to what. Each post is written once,
 * with all that changes in it, so a piece may be gone through again.
 */
export async function movePosts(merging: Merging): Promise<void> {
  for (let after = new Types.ObjectId("0".repeat(24)); ;) {
    const piece = await PostModel.find({ _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(postsAtOnce)
      .select("_id")
      .lean();
    const last = piece.at(-1)?._id;
    if (!last) return;
    await movePiece({ $gt: after, $lte: last }, merging);
    after = last;
  }
}

const movePiece = (_id: { $gt: Types.ObjectId; $lte: Types.ObjectId }, merging: Merging) => {
  const { from } = merging;
  const theirs = [
    { authorId: from },
    { mentions: from },
    { "reactions.personId": from },
    { repliers: from },
    { "hidden.by": from },
  ];
  const reaction = { emoji: "$$this.emoji", personId: moved("$$this.personId", merging) };
  return PostModel.updateMany(
    { _id, $or: theirs },
    [
      {
        $set: {
          // a key is its author's: both may have used the same
          key: { $cond: [{ $eq: ["$authorId", from] }, { $concat: [`${String(from)}:`, "$key"] }, "$key"] },
          authorId: moved("$authorId", merging),
          mentions: movedEach("$mentions", merging),
          reactions: movedEach("$reactions", merging, reaction),
          repliers: movedEach("$repliers", merging),
          hidden: movedIn("$hidden", "by", merging),
          rev: { $add: ["$rev", 1] },
        },
      },
    ],
    { updatePipeline: true },
  );
};

/** What one of them saved is saved; where both said something about a thread, what `into` said stands. */
export async function moveMarks({ from, into }: Merging): Promise<void> {
  for (let more = true; more;) {
    more = await transaction(async (session) => {
      const theirs = await MarkModel.find({ personId: from })
        .limit(marksAtOnce)
        .session(session)
        .lean<StoredMark[]>();
      const places = theirs.map(({ postId }) => postId);
      const own = await MarkModel.find({ personId: into, postId: { $in: places } })
        .session(session)
        .lean<StoredMark[]>();
      const byPost = new Map(own.map((mark) => [String(mark.postId), mark]));
      const fresh: StoredMark[] = [];
      for (const mark of theirs) {
        const mine = byPost.get(String(mark.postId));
        if (!mine) {
          fresh.push({ ...mark, _id: new Types.ObjectId(), personId: into });
          continue;
        }
        const savedAt = mine.savedAt ?? mark.savedAt;
        const thread = mine.thread === "none" ? mark.thread : mine.thread;
        await MarkModel.updateOne({ _id: mine._id }, { $set: { savedAt, thread } }, { session });
      }
      if (fresh.length > 0) await MarkModel.insertMany(fresh, { session });
      await MarkModel.deleteMany({ _id: { $in: theirs.map(({ _id }) => _id) } }, { session });
      return theirs.length === marksAtOnce;
    });
  }
}
