import { channelsApi } from "@meridian/shared/channels";
import { setTimeout as sleep } from "node:timers/promises";
import { untilReady } from "../../cluster/servers.ts";
import { type Check, counted } from "../check.ts";
import { inWorld, type World } from "../cluster/world.ts";
import { startWriters } from "../durability/underFire.ts";
import { judgeWrites } from "../judge/writes.ts";

export const I1: Check = {
  id: "I1",
  promise: "the same key ten times at once over both nodes, 200 rounds: one post each and ten equal answers",
  run: ({ quick, note }) =>
    inWorld({ mongods: 1, shared: quick }, async ({ company, nodes, database }) => {
      const rounds = quick ? 20 : 200;
      const { id: channelId } = await company.as(company.admin, channelsApi.create, {
        name: "Keys",
        about: "",
        private: false,
      });
      const counts = { errors: 0, "unequal answers": 0 };
      for (let round = 1; round <= rounds; round += 1) {
        const body = JSON.stringify({
          key: `round-${round}-key`,
          channelIds: [channelId],
          body: `Once ${round}`,
        });
        const headers = {
          Authorization: `Bearer ${company.admin.token}`,
          "Content-Type": "application/json",
        };
        const answers = await Promise.all(
          Array.from({ length: 10 }, async (_, at) => {
            const response = await fetch(`${nodes[at % 2]!.url}/api/posts`, {
              method: "POST",
              headers,
              body,
            });
            if (!response.ok) counts.errors += 1;
            return response.text();
          }),
        );
        counts["unequal answers"] += new Set(answers).size - 1;
        if (round % 50 === 0) note(`${round} of ${rounds} rounds`);
      }
      const stored = await database.collection("posts").countDocuments({ body: /^Once \d+$/ });
      return {
        figure: `${rounds} rounds, ${stored} posts`,
        faults: counted({ ...counts, "posts too many or too few": Math.abs(stored - rounds) }),
      };
    }),
};

export const I2: Check = {
  id: "I2",
  promise:
    "the same key again after every server and mongod was started anew, and a day later: still one post; with another text: conflict",
  run: ({ quick }) =>
    inWorld({ mongods: 1, shared: quick }, async (world) => {
      const rounds = quick ? 20 : 500;
      const channelId = await world.company.channelId("everyone");
      const first = await sendEach(world, channelId, rounds, "Late", 0);
      await startAnew(world);
      const soon = await sendEach(world, channelId, rounds, "Late", 1);
      const day = { $dateSubtract: { startDate: "$createdAt", unit: "day", amount: 1 } };
      const posts = world.database.collection("posts");
      await posts.updateMany({ key: /^late-/ }, [{ $set: { createdAt: day } }]);
      await startAnew(world);
      const later = await sendEach(world, channelId, rounds, "Late", 0);
      const others = await sendEach(world, channelId, rounds, "Something else", 1);
      const differ = (answers: Answer[]) => answers.filter(({ id }, at) => id !== first[at]!.id).length;
      const stored = await posts.countDocuments({ key: /^late-/ });
      return {
        figure: `${rounds} keys, sent four times; ${stored} posts`,
        faults: counted({
          "not accepted": first.filter(({ status }) => status !== 200).length,
          "other posts after a restart": differ(soon),
          "other posts after a day": differ(later),
          "other texts without a conflict": others.filter(({ code }) => code !== "conflict").length,
          "posts too many or too few": Math.abs(stored - rounds),
          crashes: world.crashes,
        }),
      };
    }),
};

interface Answer {
  status: number;
  id?: string;
  code?: string;
}

async function sendEach(
  { company, nodes }: World,
  channelId: string,
  rounds: number,
  text: string,
  node: 0 | 1,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const response = await fetch(`${nodes[node].url}/api/posts`, {
      method: "POST",
      headers: { Authorization: `Bearer ${company.admin.token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ key: `late-${round}-key`, channelIds: [channelId], body: `${text} ${round}` }),
    });
    answers.push({ status: response.status, ...((await response.json()) as { id?: string; code?: string }) });
  }
  return answers;
}

async function startAnew({ nodes, members }: World): Promise<void> {
  const programs = [...nodes, ...members].map(({ program }) => program);
  for (const program of programs) await program.stop();
  for (const { program } of members) program.start();
  await sleep(1_000);
  for (const { program, url } of nodes) {
    program.start();
    await untilReady(`${url}/readyz`, program);
  }
}

export const I3: Check = {
  id: "I3",
  promise: "one of twenty answers is lost on the way, 1,000 posts: exactly 1,000",
  run: ({ random, quick }) =>
    inWorld({ mongods: 1, shared: quick }, async (world) => {
      const posts = world.database.collection("posts");
      const before = await posts.countDocuments();
      const proxies = world.nodes.map(({ proxy }) => proxy);
      proxies.forEach((proxy) => proxy.loseAnswers(() => random.between(0, 1) < 0.05));
      const fire = await startWriters(
        world,
        4,
        0,
        "",
        proxies.map(({ url }) => url),
      );
      await fire.until(quick ? 200 : 1_000, 120_000);
      await fire.stop();
      const { acked, faults } = await judgeWrites(await fire.ledger.read(), world.database);
      const stored = (await posts.countDocuments()) - before;
      const lost = proxies.reduce((sum, proxy) => sum + proxy.lost, 0);
      return {
        figure: `${acked} acknowledged, ${lost} answers lost, ${stored} posts`,
        faults: [
          ...counted({
            ...faults,
            "posts too many or too few": Math.abs(stored - acked),
            crashes: world.crashes,
          }),
          ...(lost < acked / 100 ? [`only ${lost} answers were lost`] : []),
        ],
      };
    }),
};
