import { postsApi } from "@meridian/shared/posts";
import { reactionsApi } from "@meridian/shared/reactions";
import { ObjectId } from "mongodb";
import { setTimeout as sleep } from "node:timers/promises";
import { callAs, type Place } from "../../e2e/company.ts";
import { newestPosts } from "../clients/reader.ts";
import type { World } from "../cluster/world.ts";

const limit = 30;
/** So long what another node committed may take to be known. */
const longestKnown = 1_000;

/** Asks both nodes for a channel's newest page without pause, so that each has it ready, until `stop` is called. */
export function askNewest({ company, nodes }: World, channelId: string) {
  let stopped = false;
  const work = nodes.map(async ({ url, program }) => {
    while (!stopped) {
      if (program.runs) await newestPosts(url, company.admin.token, channelId, limit).catch(() => []);
      await sleep(10);
    }
  });
  return async () => {
    stopped = true;
    await Promise.all(work);
  };
}

/**
 * Changes a post on one node while the other has the page that it stands in ready; how many of these pages didn't
 * become what the database holds.
 */
export async function stalePages(world: World, channelId: string, rounds: number): Promise<number> {
  const { company, nodes } = world;
  const { token } = company.admin;
  let stale = 0;
  for (let round = 0; round < rounds; round += 1) {
    const at: Place = { url: nodes[round % 2]!.url, setupToken: "" };
    const post = { key: `newest-${round}-key`, channelIds: [channelId], body: `Newest ${round}` };
    const { id } = await callAs(at, token, postsApi.create, post);
    stale += await countStale(world, channelId);
    await callAs(at, token, postsApi.edit, { id, body: `Changed ${round}` });
    stale += await countStale(world, channelId);
    await callAs(at, token, reactionsApi.react, { id, emoji: "👍" });
    stale += await countStale(world, channelId);
    await callAs(at, token, postsApi.remove, { id });
    stale += await countStale(world, channelId);
  }
  return stale;
}

async function countStale({ company, nodes, database }: World, channelId: string): Promise<number> {
  const stored = await database
    .collection("posts")
    .find({ channelIds: new ObjectId(channelId), listed: true })
    .sort({ createdAt: -1, _id: -1 })
    .limit(limit)
    .toArray();
  const wanted = stored.map(({ _id, rev }) => `${String(_id)} ${rev}`).join();
  let stale = 0;
  for (const { url } of nodes) {
    const until = performance.now() + longestKnown;
    const shown = async () =>
      (await newestPosts(url, company.admin.token, channelId, limit))
        .map(({ id, rev }) => `${id} ${rev}`)
        .join();
    let equal = (await shown()) === wanted;
    while (!equal && performance.now() < until) {
      await sleep(10);
      equal = (await shown()) === wanted;
    }
    if (!equal) stale += 1;
  }
  return stale;
}
