import { setTimeout as sleep } from "node:timers/promises";
import { untilReady } from "../../cluster/servers.ts";
import { type Check, counted } from "../check.ts";
import { inWorld, type Node } from "../cluster/world.ts";
import { startWriters } from "../durability/underFire.ts";
import { judgeWrites } from "../judge/writes.ts";
import { Crowd } from "./crowd.ts";
import { watchMemory } from "./node.ts";

const longestBack = 120_000;
const mostMemory = 600;

export const O1: Check = {
  id: "O1",
  promise:
    "5,000 sockets at once, then 1,000 whose server is stopped, then killed: all live within 120 s, 600 MB at most",
  alone: "always",
  run: ({ quick, note }) =>
    inWorld({ mongods: 1 }, async (world) => {
      const [A, B] = world.nodes;
      // ten posts a second
      const fire = await startWriters(world, 2, 190);
      const memories = world.nodes.map(watchMemory);
      const crowd = await Crowd.of(world);
      const figures: string[] = [];
      const backs: number[] = [];
      let peak = 0;
      const most = () => {
        const now = Math.max(...memories.map((memory) => memory.most()));
        peak = Math.max(peak, now);
        return now;
      };
      const follow = async (what: string, count: number, from: number) => {
        const live = await crowd.untilLive(count, longestBack);
        const back = live === Infinity ? live : crowd.arrivals.at(-1)! - from;
        backs.push(back);
        const rush = Math.round(crowd.rush(count, from) * 100);
        figures.push(
          `${count} ${what} after ${(back / 1_000).toFixed(1)} s, ${rush} % within one of them, ${most().toFixed(0)} MB`,
        );
        note(figures.at(-1)!);
      };

      const many = quick ? 500 : 5_000;
      let begun = Date.now();
      crowd.change(
        { come: many },
        world.nodes.map(({ url }) => url),
      );
      await follow("came", many, begun);
      await sleep(5_000);
      crowd.change({ go: many });
      await sleep(2_000);

      // one address, as a balancer has, which leads to a server that runs
      const attached = quick ? 200 : 1_000;
      const balancer = A.proxy;
      crowd.change({ come: attached }, [balancer.url]);
      await crowd.untilLive(attached);
      await sleep(2_000);
      most();
      const lose = async (what: string, from: Node, to: Node, end: () => Promise<void>) => {
        balancer.leadTo(to.host);
        begun = Date.now();
        const noticed = crowd.untilLost();
        await Promise.all([end(), noticed]);
        await follow(what, attached, begun);
        from.program.start();
        await untilReady(`${from.url}/readyz`, from.program);
      };
      await lose("were back from a stop", A, B, () => A.program.stop());
      await lose("were back from a crash", B, A, () => B.program.kill());
      await fire.stop();
      crowd.end();
      memories.forEach((memory) => memory.stop());
      const { acked, faults } = await judgeWrites(await fire.ledger.read(), world.database);
      return {
        figure: `${figures.join("; ")}; ${acked} posts`,
        faults: counted({
          ...faults,
          "times that some weren't live within 120 s": backs.filter((back) => back > longestBack).length,
          crashes: world.crashes,
        }).concat(peak > mostMemory ? [`${peak.toFixed(0)} MB of memory`] : []),
      };
    }),
};
