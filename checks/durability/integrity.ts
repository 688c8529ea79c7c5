import { postsApi } from "@meridian/shared/posts";
import { reactionsApi } from "@meridian/shared/reactions";
import { threadsApi } from "@meridian/shared/threads";
import { setTimeout as sleep } from "node:timers/promises";
import { untilReady } from "../../cluster/servers.ts";
import { callAs, type Colleague, type Place } from "../../e2e/company.ts";
import { type Check, counted } from "../check.ts";
import { startAudience } from "../clients/audience.ts";
import { newestPosts } from "../clients/reader.ts";
import { inWorld, type World } from "../cluster/world.ts";
import { Changes } from "../judge/announcements.ts";
import { judgeConcerns } from "../judge/concerns.ts";
import { judgeWrites } from "../judge/writes.ts";
import type { Random } from "../random.ts";
import { startWriters } from "./underFire.ts";

export const D4: Check = {
  id: "D4",
  promise:
    "posts, replies, edits, reactions and removals while a mongod and a server are killed: counts are right, one announcement per change, every write waits for a majority",
  run: ({ random, quick, note }) =>
    inWorld({ mongods: 1, logged: true, shared: quick }, async (world) => {
      const rounds = quick ? 1 : 8;
      const [A, B] = world.nodes;
      const mongod = world.members[0]!.program;
      const changes = new Changes(world.database);
      const fire = await startWriters(world, 4, quick ? 60 : 30);
      const audience = await startAudience(world, { count: 4, urls: () => [A.url], ...fire });
      await fire.until(20);
      // what was on its way to a reader when it came is not judged
      const from = changes.position;
      await sleep(500);
      const stop = await stir(world, fire.channelId, random);
      for (let round = 1; round <= rounds; round += 1) {
        await fire.until(quick ? 100 : 200);
        await mongod.kill();
        await sleep(random.between(500, 2_000));
        mongod.start();
        await fire.until(quick ? 100 : 200);
        await B.program.kill();
        await fire.until(50);
        B.program.start();
        await untilReady(`${B.url}/readyz`, B.program);
        note(`${round} of ${rounds} rounds, ${fire.acked()} posts`);
      }
      const done = await stop();
      await fire.stop();
      await audience.quiet();
      await sleep(1_000);
      audience.close();
      await changes.close();
      const entries = await fire.ledger.read();
      const names = audience.readers.map((_, at) => `reader-${at}`);
      const announced = changes.judge(entries, names, from);
      const concerns = await judgeConcerns(world.logs);
      const { acked, faults } = await judgeWrites(entries, world.database);
      return {
        figure: `${acked} posts and ${done} other changes acknowledged, ${announced.changes} changes told to ${names.length} readers, ${concerns.writes} durable writes`,
        faults: [
          ...counted({ ...faults, ...announced.faults, ...concerns.faults, crashes: world.crashes }),
          ...(concerns.writes < acked / 10 ? [`only ${concerns.writes} writes were seen`] : []),
        ],
      };
    }),
};

/** Replies to, edits, reactions to and removals of what is new, until it is stopped; how many were acknowledged. */
async function stir(world: World, channelId: string, random: Random): Promise<() => Promise<number>> {
  const { company, nodes } = world;
  const people: Colleague[] = [];
  for (const name of ["Stella Stirrer", "Steve Stirrer"]) people.push(await company.hire(name, "London"));
  let stopped = false;
  let done = 0;
  const work = people.map(async ({ token }, person) => {
    for (let turn = 0; !stopped; turn += 1) {
      const at: Place = { url: nodes[turn % 2]!.url, setupToken: "" };
      const key = `stir-${person}-${turn}`;
      await stirOnce(at, token, { channelId, key, random }).then(
        () => (done += 1),
        // whatever is away is found again
        () => sleep(100),
      );
    }
  });
  return async () => {
    stopped = true;
    await Promise.all(work);
    return done;
  };
}

async function stirOnce(
  at: Place,
  token: string,
  { channelId, key, random }: { channelId: string; key: string; random: Random },
): Promise<void> {
  const { id } = random.of(await newestPosts(at.url, token, channelId, 20));
  const body = `Stirred ${key}`;
  const reply = await callAs(at, token, threadsApi.reply, { id, key, body });
  await callAs(at, token, reactionsApi.react, { id, emoji: "👍" });
  await callAs(at, token, postsApi.edit, { id: reply.id, body: `${body} again` });
  if (random.between(0, 1) < 0.5) await callAs(at, token, postsApi.remove, { id: reply.id });
}
