import { setTimeout as sleep } from "node:timers/promises";
import { type Check, counted, percentile } from "../check.ts";
import { inWorld, type World } from "../cluster/world.ts";
import { judgeConcerns } from "../judge/concerns.ts";
import { judgeWrites } from "../judge/writes.ts";
import { startWriters } from "./underFire.ts";

const ways = {
  kill: async (world: World) => {
    const primary = await world.primary();
    await primary.kill();
    return () => primary.start();
  },
  halt: async (world: World) => {
    const primary = await world.primary();
    primary.halt();
    return () => primary.resume();
  },
  stepDown: async (world: World) => {
    await world.client
      .db("admin")
      .command({ replSetStepDown: 10, secondaryCatchUpPeriodSecs: 5 })
      // some versions answer by closing the connection
      .catch(() => {});
    return () => {};
  },
};

/** Milliseconds that p95 of the outages may be. */
const longestOutage = 20_000;

export const D3: Check = {
  id: "D3",
  promise:
    "three mongods: the primary is killed, halted for 15 s and told to step down, 5 times each, under load",
  alone: "always",
  run: ({ quick, note }) =>
    inWorld({ logged: true }, async (world) => {
      const rounds = quick ? 1 : 5;
      const fire = await startWriters(world, 8, quick ? 50 : 0);
      const outages: number[] = [];
      for (let round = 1; round <= rounds; round += 1) {
        for (const [name, fault] of Object.entries(ways)) {
          await fire.until(100);
          const begun = Date.now();
          const mend = await fault(world);
          // what was on its way when it happened is still answered
          await sleep(200);
          await fire.until(1);
          outages.push(Date.now() - begun);
          await sleep(Math.max(0, begun + (quick ? 6_000 : 15_000) - Date.now()));
          mend();
          await sleep(quick ? 1_000 : 3_000);
          note(`round ${round} of ${rounds}, ${name}: writes again after ${outages.at(-1)} ms`);
        }
      }
      await fire.stop();
      const { acked, faults } = await judgeWrites(await fire.ledger.read(), world.database);
      const concerns = await judgeConcerns(world.logs);
      const p95 = percentile(outages, 0.95);
      return {
        figure: `${acked} acknowledged over ${outages.length} failovers; outage ${percentile(outages, 0.5)} ms in the middle, p95 ${p95} ms`,
        faults: [
          ...counted({ ...faults, ...concerns.faults, crashes: world.crashes }),
          ...(p95 > longestOutage ? [`an outage of ${p95} ms`] : []),
        ],
      };
    }),
};
