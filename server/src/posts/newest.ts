import { limits } from "@meridian/shared/limits";
import { postsApi } from "@meridian/shared/posts";
import { Types } from "mongoose";
import { cut } from "../database/places.ts";
import { remembered } from "../database/remembered.ts";
import { Finished } from "../http/finished.ts";
import type { Announce } from "../live/steps.ts";
import type { StoredPerson } from "../people/model.ts";
import { PostModel, type StoredPost } from "./model.ts";
import { isKept, presentPostsFor } from "./present.ts";

const nobody = { id: "0".repeat(24) };
const keyOf = (channelId: string, limit: number) => `${channelId} ${limit}`;
/** The sizes that a page is kept in: what clients ask for, and two of it at once. Any other is made for who asks. */
const kept = [limits.pageSize, 2 * limits.pageSize];
/** Thirty posts as long as may be take some 300 kB, everyday ones a tenth of that. */
const most = 500;

/** Null where a post shows one thing to its author and another to the rest: then each page is made for who asks. */
async function make(key: string): Promise<Finished | null> {
  const [channelId, limit] = key.split(" ") as [string, string];
  const found = await PostModel.find({ channelIds: new Types.ObjectId(channelId), listed: true })
    .sort({ createdAt: -1, _id: -1 })
    .limit(Number(limit) + 1)
    .lean<StoredPost[]>();
  if (found.some((post) => post.state !== "visible" && isKept(post))) return null;
  const { shown, next } = cut(found, Number(limit), "createdAt");
  return Finished.of(postsApi.channel.output, { posts: await presentPostsFor(nobody, shown), next });
}

const pages = remembered<Finished>("posts", make, most);

/**
 * The newest page of a channel, the same for everybody who may read it, as a finished answer: what a company reads most is
 * read, presented and written as JSON once for all. Null for a page of another size than is kept. Whoever asks has been let into
 * the channel before.
 */
export const newestPage = async (channelId: string, limit: number): Promise<Finished | null> =>
  kept.includes(limit) ? pages.get(keyOf(channelId, limit)) : null;

/** A new post stands in these channels. */
export function forgetNewest(channelIds: Types.ObjectId[]): void {
  for (const id of channelIds) for (const limit of kept) pages.forget(keyOf(String(id), limit));
}

/** Before a post is announced: a page that is read from then on must have it. */
export const refreshing =
  (announce: Announce<StoredPost>): Announce<StoredPost> =>
  async (change) => {
    // what a changed post was before, and so in which channels' pages it stood, nobody says
    if (change.operation === "insert" && change.record) forgetNewest(change.record.channelIds);
    else pages.forgetAll();
    return announce(change);
  };

const drawn = ["name", "handle", "avatar", "officeId"];

/** Names stand in pages too. */
export const refreshingNames =
  (announce: Announce<StoredPerson>): Announce<StoredPerson> =>
  async (change) => {
    if (drawn.some((field) => change.touched.has(field))) pages.forgetAll();
    return announce(change);
  };
