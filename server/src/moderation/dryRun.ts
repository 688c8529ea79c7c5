import { AppError } from "@meridian/shared/errors";
import type { Me } from "@meridian/shared/people";
import { canReadScreens, type DryRun, type ScreenTest } from "@meridian/shared/screening";
import { Types } from "mongoose";
import { setImmediate as breathe } from "node:timers/promises";
import { clock } from "../clock.ts";
import { briefsOf } from "../people/present.ts";
import { PostModel, type StoredPost } from "../posts/model.ts";
import { compile } from "../screening/match.ts";

const monthMillis = 30 * 86_400_000;
/** The answer comes within the deadline of every call; a large company sees its newest part. */
const budgetMillis = 3_000;
const examplesMax = 20;

/** What a screen would have found in the last month, the newest first. Others are served in between. */
export async function tryOutScreen(me: Me, { test }: { test: ScreenTest }): Promise<DryRun> {
  if (!canReadScreens(me)) throw new AppError("forbidden", "Only admins and auditors see what is screened.");
  const matches = compile(test);
  const until = performance.now() + budgetMillis;
  const found: { post: StoredPost; matched: string }[] = [];
  const run = { searched: 0, matched: 0, complete: true };
  const posts = PostModel.find({
    // an id begins with the second in which it was made
    _id: { $gte: Types.ObjectId.createFromTime((clock.millis() - monthMillis) / 1_000) },
    privateTo: null,
    state: "visible",
  })
    .sort({ _id: -1 })
    .select("body authorId createdAt")
    .lean<StoredPost[]>()
    .cursor({ batchSize: 500 });
  let busySince = performance.now();
  for await (const post of posts as AsyncIterable<StoredPost>) {
    if (performance.now() > until) {
      run.complete = false;
      break;
    }
    run.searched += 1;
    const matched = matches(post.body);
    if (matched !== null) {
      run.matched += 1;
      if (found.length < examplesMax) found.push({ post, matched });
    }
    if (performance.now() - busySince > 20) {
      await breathe();
      busySince = performance.now();
    }
  }
  const people = await briefsOf(found.map(({ post }) => post.authorId));
  return {
    ...run,
    examples: found.map(({ post, matched }) => ({
      postId: String(post._id),
      author: people.get(String(post.authorId))!,
      at: post.createdAt.toISOString(),
      matched: matched.slice(0, 100),
      excerpt: post.body.slice(0, 300),
    })),
  };
}
