import { setTimeout as sleep } from "node:timers/promises";
import { type Check, counted, percentile } from "../check.ts";
import { startAudience } from "../clients/audience.ts";
import { inWorld, type Node } from "../cluster/world.ts";
import { startWriters } from "../durability/underFire.ts";
import { judgeEverything } from "../judge/everything.ts";
import { latencies } from "../judge/latencies.ts";
import { metric, watchMemory } from "./node.ts";

/** Three bytes a letter. */
const text = "多くの人が読む長い投稿。".repeat(410);
/** With so many a node has as much to replay as it keeps: before, its memory grows by itself. */
const warming = Math.ceil(40e6 / text.length);
const longestCut = 30_000;
const moreMemory = 20;

export const O2: Check = {
  id: "O2",
  promise:
    "a reader stops reading while 2 MB/s are announced for 60 s: cut within 30 s, 20 MB more than the other node at most; the others' p95 within 1 s",
  alone: "always",
  run: ({ quick, note }) =>
    inWorld({ mongods: 1 }, async (world) => {
      const [A, B] = world.nodes;
      const fire = await startWriters(world, 8, 5, text);
      // the first one is behind a network that can stop; the others are at both nodes alike
      const urls = (at: number) => [at === 0 ? B.proxy.url : [A, B][at % 2]!.url];
      const audience = await startAudience(world, { count: 7, urls, ...fire });
      const [memory, beside] = [watchMemory(B), watchMemory(A)];
      await fire.until(warming, 120_000);
      const [usual, usualBeside] = [memory.most(), beside.most()];
      const [acked, begun] = [fire.acked(), Date.now()];
      note(`${acked} posts, ${usual.toFixed(0)} MB; from now on it doesn't read`);
      B.proxy.holdAnswers();
      const cutAfter = await untilCut(B);
      await sleep(begun + (quick ? 15_000 : 60_000) - Date.now());
      const seconds = (Date.now() - begun) / 1_000;
      const rate = ((fire.acked() - acked) * Buffer.byteLength(text)) / 1e6 / seconds;
      // beside the node where everybody reads on: so much traffic makes memory grow by itself for a while
      const [held, heldBeside] = [memory.most(), beside.most()];
      const more = Math.max(0, held - usual - Math.max(0, heldBeside - usualBeside));
      const ended = Date.now();
      B.proxy.letAnswersGo();
      await sleep(2_000);
      memory.stop();
      beside.stop();
      const { entries, expected, faults } = await judgeEverything(world, fire, audience, { quiet: 60_000 });
      const others = entries.filter((entry) => entry.kind !== "received" || entry.reader !== "reader-0");
      const p95 = percentile(latencies(others, begun, ended), 0.95);
      const { readies, resyncs } = audience.readers[0]!.counts;
      return {
        figure: `${rate.toFixed(1)} MB/s, cut after ${cutAfter} ms, ${more.toFixed(0)} MB more than the other node, ${held.toFixed(0)} and ${heldBeside.toFixed(0)} in all, the others' p95 ${p95} ms; it came back ${readies + resyncs - 1} times, ${expected} deliveries`,
        faults: [
          ...counted(faults),
          ...(cutAfter > longestCut ? ["a reader that was not cut"] : []),
          ...(more > moreMemory ? [`${more.toFixed(0)} MB more memory`] : []),
          ...(p95 > 1_000 ? [`p95 of ${p95} ms`] : []),
        ],
      };
    }),
};

async function untilCut(node: Node): Promise<number> {
  const begun = Date.now();
  while (Date.now() < begun + longestCut) {
    if ((await metric(node, "meridian_slow_readers_cut_total")) > 0) return Date.now() - begun;
    await sleep(100);
  }
  return Infinity;
}
