import { setTimeout as sleep } from "node:timers/promises";
import { untilReady } from "../../cluster/servers.ts";
import { type Check, counted, percentile } from "../check.ts";
import { startAudience } from "../clients/audience.ts";
import { inWorld } from "../cluster/world.ts";
import { startWriters } from "../durability/underFire.ts";
import { judgeEverything } from "../judge/everything.ts";
import { latencies } from "../judge/latencies.ts";
import { askNewest, stalePages } from "./newestPages.ts";

export const R1: Check = {
  id: "R1",
  promise:
    "200 readers are cut 20 times each, half-open cuts included, while posts flow on both nodes: none missing",
  alone: "long",
  run: ({ random, quick, note }) =>
    inWorld({ mongods: 1, shared: quick }, async (world) => {
      const [count, cuts] = quick ? [12, 4] : [200, 20];
      const fire = await startWriters(world, 4, quick ? 150 : 250);
      const proxies = world.nodes.map(({ proxy }) => proxy);
      const urls = (at: number) => [proxies[at % 2]!.url, proxies[(at + 1) % 2]!.url];
      const audience = await startAudience(world, { count, urls, ...fire });
      for (let cut = 1; cut <= cuts; cut += 1) {
        // one of four rounds ends half-open: answers are lost and nobody hears of an end for a while
        const silent = cut % 4 === 0;
        if (silent) proxies.forEach((proxy) => proxy.swallowAnswers());
        await sleep(silent ? 1_000 : 0);
        for (const reader of audience.readers)
          reader.drop(random.between(100, random.between(0, 1) < 0.02 && !quick ? 60_000 : 3_000));
        await sleep(random.between(3_000, 5_000) / (quick ? 2 : 1));
        note(`${cut} of ${cuts} cuts, ${fire.acked()} posts`);
      }
      const { expected, faults } = await judgeEverything(world, fire, audience, { live: 90_000 });
      const replays = audience.readers.reduce((sum, { counts }) => sum + counts.readies, 0);
      const few = !quick && expected < 100_000 ? [`only ${expected} deliveries were expected`] : [];
      return {
        figure: `${expected} deliveries over ${count * cuts} cuts, ${replays} replays`,
        faults: [...counted(faults), ...few],
      };
    }),
};

export const R4: Check = {
  id: "R4",
  promise:
    "100 readers on B while A, which is written to, is killed mid-stream: none missing, p95 within 500 ms at 50 posts/s; both nodes' newest pages stay true",
  alone: "always",
  run: ({ quick, note }) =>
    inWorld({ mongods: 1, shared: quick }, async (world) => {
      const [A, B] = world.nodes;
      // eight people at 150 ms and what an answer takes: fifty posts a second
      const fire = await startWriters(world, 8, 150);
      const audience = await startAudience(world, { count: quick ? 12 : 100, urls: () => [B.url], ...fire });
      const stopAsking = askNewest(world, fire.channelId);
      const begun = Date.now();
      const steady = quick ? 4_000 : 30_000;
      await sleep(steady);
      const killedAt = Date.now();
      await A.program.kill();
      note(`${fire.acked()} posts, A is killed`);
      await sleep(steady);
      const { entries, expected, faults } = await judgeEverything(world, fire, audience);
      A.program.start();
      await untilReady(`${A.url}/readyz`, A.program);
      const stale = await stalePages(world, fire.channelId, quick ? 4 : 40);
      await stopAsking();
      const late = latencies(entries, begun, killedAt);
      const p95 = percentile(late, 0.95);
      return {
        figure: `${expected} deliveries, p95 ${p95} ms before the kill, ${fire.acked()} posts`,
        faults: [
          ...counted({
            ...faults,
            "newest pages that stayed as they were": stale,
          }),
          ...(p95 > 500 ? [`p95 of ${p95} ms`] : []),
        ],
      };
    }),
};
