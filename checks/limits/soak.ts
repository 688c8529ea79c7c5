import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { type Check, counted, percentile } from "../check.ts";
import { inWorld } from "../cluster/world.ts";
import { startWriters } from "../durability/underFire.ts";
import { judgeWrites } from "../judge/writes.ts";
import { Crowd } from "./crowd.ts";
import { metric, residentMb } from "./node.ts";

/** What is wanted, and what is far beyond it: megabytes a minute, and milliseconds. */
const wanted = { slope: 1, lag: 100 };
const broken = { slope: 5, lag: 500 };
const attached = 500;
/** In minutes; a node keeps ten minutes of what it announced, and grows until it has them. */
const [longest, filled] = [20, 10];
/** Seconds from one look at the nodes to the next. */
const between = 5;

export const S7: Check = {
  id: "S7",
  promise:
    "50 posts/s for 20 min, 500 sockets that come and go: after ten of them 1 MB a minute, event loop p99 within 100 ms",
  alone: "always",
  run: ({ random, quick, note }) =>
    inWorld({ mongods: 1 }, async (world) => {
      const minutes = quick ? 40 / 60 : longest;
      const fire = await startWriters(world, 8, 150);
      const crowd = await Crowd.of(world);
      const urls = world.nodes.map(({ url }) => url);
      crowd.change({ come: attached }, urls);
      const lost = (await crowd.untilLive(attached)) === Infinity;
      const begun = Date.now();
      const samples = world.nodes.map(() => [] as Sample[]);
      const lags: number[] = [];
      // of a process that does little: what the machine makes everybody wait
      const own = monitorEventLoopDelay({ resolution: 10 });
      own.enable();
      const seconds = minutes * 60;
      for (let second = 1; second <= seconds; second += 1) {
        const some = random.whole(0, 20);
        crowd.change({ go: some, come: some }, urls);
        await sleep(Math.max(0, begun + second * 1_000 - Date.now()));
        if (second % between > 0) continue;
        for (const [at, node] of world.nodes.entries()) {
          lags.push((await metric(node, "nodejs_eventloop_lag_p99_seconds")) * 1_000);
          const heap = (await metric(node, "nodejs_heap_size_used_bytes")) / 1e6;
          samples[at]!.push({ minute: second / 60, mb: residentMb(node.program.pid), heap });
        }
        if (second % 60 === 0)
          note(`minute ${second / 60} of ${minutes}, ${fire.acked()} posts, ${crowd.live} sockets`);
      }
      own.disable();
      const rate = fire.acked() / seconds;
      await fire.stop();
      const silent = (await crowd.untilLive(attached, 30_000)) === Infinity;
      crowd.end();
      const full = samples.map((of) => of.filter((one) => one.minute > (quick ? minutes / 2 : filled)));
      const slope = Math.max(...full.map(slopeOf));
      const [early, late] = heapFloors(full[0]!);
      // the first look is at what starting took
      const lag = percentile(lags.slice(2), 0.95);
      const usual = own.percentile(99) / 1e6;
      const { acked, faults } = await judgeWrites(await fire.ledger.read(), world.database);
      const peak = Math.max(...samples.flat().map(({ mb }) => mb));
      const kept = slope <= wanted.slope && lag <= wanted.lag ? "as wanted" : "more than wanted";
      return {
        figure: `${acked} posts, ${rate.toFixed(0)}/s; ${slope.toFixed(1)} MB a minute, ${peak.toFixed(0)} MB at most, at least ${early!.toFixed(0)}, later ${late!.toFixed(0)} MB of the heap in use, event loop p99 ${lag.toFixed(0)} ms (${usual.toFixed(0)} in a process that does little): ${kept}`,
        faults: [
          ...counted({
            ...faults,
            "times that some sockets weren't live": Number(lost) + Number(silent),
            crashes: world.crashes,
          }),
          // a minute is too short for a slope
          ...(slope > broken.slope && !quick ? [`${slope.toFixed(1)} MB a minute`] : []),
          ...(lag - usual > broken.lag ? [`event loop p99 ${lag.toFixed(0)} ms`] : []),
        ],
      };
    }),
};

interface Sample {
  minute: number;
  /** Of memory held, and of the heap in use. */
  mb: number;
  heap: number;
}

/** The least that was in use in the first third, and in the last: what no garbage collection takes away. */
function heapFloors(samples: Sample[]): number[] {
  const third = Math.floor(samples.length / 3);
  return [samples.slice(0, third), samples.slice(-third)].map((of) =>
    Math.min(...of.map(({ heap }) => heap)),
  );
}

/** Of the straight line that lies nearest to them. */
function slopeOf(samples: Sample[]): number {
  const mean = (of: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const [minute, mb] = [mean((sample) => sample.minute), mean((sample) => sample.mb)];
  const spread = mean((sample) => (sample.minute - minute) ** 2);
  return mean((sample) => (sample.minute - minute) * (sample.mb - mb)) / spread;
}
