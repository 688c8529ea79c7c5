import { untilReady } from "../../cluster/servers.ts";
import { type Check, counted } from "../check.ts";
import { startAudience } from "../clients/audience.ts";
import { inWorld } from "../cluster/world.ts";
import { judgeEverything } from "../judge/everything.ts";
import { startWriters } from "./underFire.ts";

const longestStop = 10_000;

export const S6: Check = {
  id: "S6",
  promise:
    "servers are stopped and started in turn, 10 rounds, under load: out within 10 s, nothing lost or missing",
  alone: "long",
  run: ({ quick, note }) =>
    inWorld({ mongods: 1, shared: quick }, async (world) => {
      const rounds = quick ? 1 : 10;
      const fire = await startWriters(world, 4, 50);
      const all = world.nodes.map(({ url }) => url);
      const urls = (at: number) => (at % 2 === 0 ? all : all.toReversed());
      const audience = await startAudience(world, { count: 20, urls, ...fire });
      const stops: number[] = [];
      for (let round = 1; round <= rounds; round += 1) {
        for (const { program, url } of world.nodes) {
          await fire.until(50);
          const begun = Date.now();
          await program.stop();
          stops.push(Date.now() - begun);
          await fire.until(50);
          program.start();
          await untilReady(`${url}/readyz`, program);
        }
        note(`${round} of ${rounds} rounds, ${fire.acked()} posts`);
      }
      const { acked, expected, faults } = await judgeEverything(world, fire, audience);
      return {
        figure: `${stops.length} restarts, out after ${Math.max(...stops)} ms at most, ${acked} posts, ${expected} deliveries`,
        faults: counted({
          ...faults,
          "stops that took more than 10 s": stops.filter((millis) => millis > longestStop).length,
        }),
      };
    }),
};
