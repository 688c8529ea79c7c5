import { setTimeout as sleep } from "node:timers/promises";
import { MongoClient } from "mongodb";
import { untilReady } from "../../cluster/servers.ts";
import { type Check, counted, percentile } from "../check.ts";
import { inWorld } from "../cluster/world.ts";
import { judgeConcerns } from "../judge/concerns.ts";
import { judgeWrites } from "../judge/writes.ts";
import { startWriters } from "./underFire.ts";

const longestBack = 10_000;

export const D1: Check = {
  id: "D1",
  promise:
    "kill -9 of the only mongod under load, 20 times: nothing acknowledged is lost, nothing is there twice",
  alone: "always",
  run: ({ random, quick, note }) =>
    inWorld({ mongods: 1, logged: true, shared: quick }, async (world) => {
      const kills = quick ? 2 : 20;
      const fire = await startWriters(world, 8, quick ? 50 : 0);
      const mongod = world.members[0]!.program;
      const up: number[] = [];
      const back: number[] = [];
      for (let kill = 1; kill <= kills; kill += 1) {
        await fire.until(random.whole(250, 350) / (quick ? 2 : 1));
        await mongod.kill();
        await sleep(random.between(500, 2_000));
        mongod.start();
        const begun = Date.now();
        await untilUp(world.members[0]!.host);
        up.push(Date.now() - begun);
        back.push(await fire.until(1));
        note(`${kill} of ${kills} kills, ${fire.acked()} posts`);
      }
      await fire.stop();
      const { acked, faults } = await judgeWrites(await fire.ledger.read(), world.database);
      const concerns = await judgeConcerns(world.logs);
      const few = !quick && acked < 5_000 ? [`only ${acked} posts`] : [];
      return {
        figure: `${acked} acknowledged over ${kills} kills; up after ${Math.max(...up)} ms at most, writes again ${Math.max(...back)} ms later at most`,
        faults: [
          ...counted({
            ...faults,
            ...concerns.faults,
            "waits of more than 10 s": back.filter((millis) => millis > longestBack).length,
            crashes: world.crashes,
          }),
          ...few,
        ],
      };
    }),
};

/** Once the mongod itself says that it takes writes. */
async function untilUp(host: string): Promise<void> {
  for (;;) {
    const client = new MongoClient(`mongodb://${host}/?directConnection=true`, {
      serverSelectionTimeoutMS: 500,
    });
    const hello = await client
      .db()
      .command({ hello: 1 })
      .catch(() => undefined);
    await client.close();
    if (hello?.["isWritablePrimary"]) return;
    await sleep(50);
  }
}

export const D2: Check = {
  id: "D2",
  promise: "kill -9 of a server under load, 20 times, each in turn: nothing is lost or there twice",
  alone: "always",
  run: ({ random, quick, note }) =>
    inWorld({ mongods: 1, logged: true, shared: quick }, async (world) => {
      const kills = quick ? 2 : 20;
      const fire = await startWriters(world, 8, quick ? 50 : 0);
      const back: number[] = [];
      for (let kill = 1; kill <= kills; kill += 1) {
        await fire.until(random.whole(150, 300) / (quick ? 2 : 1));
        const node = world.nodes[kill % 2]!;
        await node.program.kill();
        await sleep(random.between(200, 1_000));
        const begun = Date.now();
        node.program.start();
        await untilReady(`${node.url}/readyz`, node.program);
        back.push(Date.now() - begun);
        note(`${kill} of ${kills} kills, ${fire.acked()} posts`);
      }
      await fire.stop();
      const { acked, faults } = await judgeWrites(await fire.ledger.read(), world.database);
      const concerns = await judgeConcerns(world.logs);
      return {
        figure: `${acked} acknowledged over ${kills} kills; ready again in ${percentile(back, 0.5)} ms, ${Math.max(...back)} at most`,
        faults: counted({
          ...faults,
          ...concerns.faults,
          "starts that took more than 10 s": back.filter((millis) => millis > longestBack).length,
          crashes: world.crashes,
        }),
      };
    }),
};
