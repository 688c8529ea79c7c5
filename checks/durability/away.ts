import { setTimeout as sleep } from "node:timers/promises";
import { type Check, counted } from "../check.ts";
import { startAudience } from "../clients/audience.ts";
import { inWorld } from "../cluster/world.ts";
import { judgeEverything } from "../judge/everything.ts";
import { startWriters } from "./underFire.ts";

export const O6: Check = {
  id: "O6",
  promise:
    "mongod hangs for 20 s: 503 with Retry-After within 6 s, not ready within 5 s, nothing missing afterwards",
  alone: "long",
  run: ({ quick, note }) =>
    inWorld({ mongods: 1, shared: quick }, async (world) => {
      const mongod = world.members[0]!.program;
      const [A] = world.nodes;
      const fire = await startWriters(world, 4, 50);
      const urls = (at: number) => [world.nodes[at % 2]!.url];
      const audience = await startAudience(world, { count: 20, urls, ...fire });
      await sleep(3_000);
      const acked = fire.acked();
      const began = Date.now();
      mongod.halt();
      note("mongod is halted");
      const [unready, refusal] = await Promise.all([
        untilUnready(A.url, began),
        post(A.url, fire.channelId, world),
      ]);
      // whatever was on its way when it stopped may still be answered, and nothing else
      const falseAcks = Math.max(0, fire.acked() - acked - 8);
      await sleep(Math.max(0, began + (quick ? 10_000 : 20_000) - Date.now()));
      mongod.resume();
      const back = await fire.until(4);
      await sleep(2_000);
      const { expected, faults } = await judgeEverything(world, fire, audience);
      return {
        figure: `${refusal.status} after ${refusal.millis} ms, not ready after ${unready} ms, writes again after ${back} ms, ${expected} deliveries`,
        faults: [
          ...counted({ ...faults, "false acknowledgements": falseAcks }),
          ...(refusal.status === 503 && refusal.retryAfter ? [] : ["a write without 503 and Retry-After"]),
          ...(refusal.millis > 6_000 ? ["a write that was refused late"] : []),
          ...(unready > 5_000 ? ["a node that says ready"] : []),
        ],
      };
    }),
};

async function untilUnready(url: string, began: number): Promise<number> {
  while (Date.now() < began + 15_000) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.status !== 200) break;
    await sleep(50);
  }
  return Date.now() - began;
}

async function post(url: string, channelId: string, { company }: { company: { admin: { token: string } } }) {
  const begun = Date.now();
  const response = await fetch(`${url}/api/posts`, {
    method: "POST",
    headers: { Authorization: `Bearer ${company.admin.token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ key: "while-away", channelIds: [channelId], body: "while away" }),
  });
  return {
    status: response.status,
    millis: Date.now() - begun,
    retryAfter: response.headers.get("retry-after"),
  };
}
