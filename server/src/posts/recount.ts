import type { ClientSession, QueryFilter, Types } from "mongoose";
import { PostModel, type StoredPost } from "./model.ts";

/** Writes anew how many replies a thread has, when the last one came and from whom, and whether streams show it. */
export async function recountThread(threadId: Types.ObjectId, session: ClientSession): Promise<void> {
  const there: QueryFilter<StoredPost> = { threadId, isReply: true, state: "visible" };
  const replyCount = await PostModel.countDocuments(there).session(session);
  const last = await PostModel.find(there)
    .sort({ createdAt: -1, _id: -1 })
    .limit(20)
    .select("authorId createdAt")
    .session(session)
    .lean<StoredPost[]>();
  const repliers = [...new Map(last.map((reply) => [String(reply.authorId), reply.authorId])).values()];
  await PostModel.updateOne(
    { _id: threadId },
    [
      {
        $set: {
          replyCount,
          lastReplyAt: last[0]?.createdAt ?? null,
          repliers: repliers.slice(0, 3),
          // a tombstone stands as long as there are replies under it, and where moderators took something away
          listed:
            replyCount > 0
              ? true
              : {
                  $and: [
                    { $ne: ["$state", "purged"] },
                    { $or: [{ $ne: ["$state", "removed"] }, { $eq: ["$removedBy", "moderator"] }] },
                  ],
                },
          rev: { $add: ["$rev", 1] },
        },
      },
    ],
    { session, updatePipeline: true },
  );
}
