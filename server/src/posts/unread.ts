import type { Unread, UnreadPost } from "@meridian/shared/channels";
import { limits } from "@meridian/shared/limits";
import type { Me } from "@meridian/shared/people";
import { type QueryFilter, Types } from "mongoose";
import { followedChannels } from "../channels/memberships.ts";
import { accessPerson } from "../people/access.ts";
import { markedThreads } from "./marks.ts";
import { PostModel, type StoredPost } from "./model.ts";
import { mentionsOf } from "./streams.ts";

/** What others posted since I last read, the newest hundred of each channel that I follow, and of my mentions. */
export async function unreadOf(me: Me): Promise<Unread> {
  const [memberships, person, muted] = await Promise.all([
    followedChannels(me),
    accessPerson(me.id),
    markedThreads(me, "muted"),
  ]);
  const channels = memberships.map(async ({ channelId, lastReadAt }) => ({
    channelId: String(channelId),
    lastReadAt: lastReadAt.toISOString(),
    posts: await newer(lastReadAt, {
      channelIds: channelId,
      listed: true,
      state: "visible",
      authorId: { $ne: new Types.ObjectId(me.id) },
    }),
  }));
  return {
    channels: await Promise.all(channels),
    mentions: {
      lastReadAt: person.mentionsReadAt.toISOString(),
      posts: await newer(person.mentionsReadAt, mentionsOf(me, muted)),
    },
  };
}

async function newer(since: Date, which: QueryFilter<StoredPost>): Promise<UnreadPost[]> {
  const found = await PostModel.find({ ...which, createdAt: { $gt: since } })
    .sort({ createdAt: -1, _id: -1 })
    .limit(limits.unreadMax)
    .select("createdAt")
    .lean();
  return found.map((post) => ({ id: String(post._id), at: post.createdAt.toISOString() }));
}
