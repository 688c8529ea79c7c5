import type { Db } from "mongodb";
import type { Entry } from "../clients/ledger.ts";

/** Compares what writers were told with what the database holds: the history first, the verdict after. */
export async function judgeWrites(entries: Entry[], database: Db) {
  const acked = entries.filter((entry) => entry.kind === "acked");
  const stored = new Map<string, string[]>();
  for await (const post of database.collection("posts").find({}, { projection: { key: 1 } })) {
    const key = post["key"] as string;
    stored.set(key, [...(stored.get(key) ?? []), String(post._id)]);
  }
  return {
    acked: acked.length,
    faults: {
      lost: acked.filter(({ key }) => !stored.has(key)).length,
      "acknowledged by another id": acked.filter(({ key, id }) => stored.get(key)?.includes(id) === false)
        .length,
      doubled: [...stored.values()].filter((ids) => ids.length > 1).length,
      "answers of another status than 503": entries.filter(({ kind }) => kind === "refused").length,
      ...(await integrity(database)),
      "posts of a channel that isn't there": await countHomeless(database),
    },
  };
}

/** What a query over the whole database says must not be. */
async function integrity(database: Db) {
  const posts = database.collection("posts");
  const found = await posts
    .aggregate<{ orphans: number; miscounted: number }>([
      { $lookup: { from: "posts", localField: "threadId", foreignField: "_id", as: "root" } },
      {
        $lookup: {
          from: "posts",
          let: { id: "$_id" },
          pipeline: [
            { $match: { $expr: { $eq: ["$threadId", "$$id"] }, isReply: true, state: "visible" } },
            { $count: "count" },
          ],
          as: "replies",
        },
      },
      {
        $group: {
          _id: null,
          orphans: { $sum: { $cond: [{ $eq: ["$root", []] }, 1, 0] } },
          miscounted: {
            $sum: {
              $cond: [{ $eq: ["$replyCount", { $ifNull: [{ $first: "$replies.count" }, 0] }] }, 0, 1],
            },
          },
        },
      },
    ])
    .toArray();
  return {
    "orphaned replies": found[0]?.orphans ?? 0,
    "threads with another count of replies than they have": found[0]?.miscounted ?? 0,
  };
}

async function countHomeless(database: Db): Promise<number> {
  const channels = { from: "channels", localField: "channelIds", foreignField: "_id", as: "found" };
  const homeless = { $expr: { $ne: [{ $size: "$found" }, { $size: "$channelIds" }] } };
  const found = await database
    .collection("posts")
    .aggregate([{ $lookup: channels }, { $match: homeless }, { $count: "count" }])
    .toArray();
  return (found[0]?.["count"] as number | undefined) ?? 0;
}
