import { channelsApi } from "@meridian/shared/channels";
import { postsApi } from "@meridian/shared/posts";
import { reactionsApi } from "@meridian/shared/reactions";
import { threadsApi } from "@meridian/shared/threads";
import { setTimeout as sleep } from "node:timers/promises";
import type { Colleague } from "../../e2e/company.ts";
import { type Check, counted } from "../check.ts";
import { inWorld, type World } from "../cluster/world.ts";
import type { Random } from "../random.ts";
import { Device } from "./devices.ts";
import type { Screen } from "./schedule.ts";

const longestCatchUp = 10_000;
/** More than a node keeps for a replay. */
const newPosts = 20_000;

export const R2: Check = {
  id: "R2",
  promise:
    "20,000 posts and more changes in 50 channels while a client is gone: back within 10 s, its screens as a fresh login's",
  alone: "always",
  run: ({ random, quick, note }) =>
    inWorld({ mongods: 1, shared: quick }, async (world) => {
      const { company, nodes } = world;
      const channels = await found(world);
      const reader = await company.hire("Rita Returner", "Sydney");
      const writers: Colleague[] = [];
      for (const name of ["Wanda Writer", "Walt Writer"]) writers.push(await company.hire(name, "Paris"));
      for (const id of channels) await company.as(reader, channelsApi.follow, { id });
      await change(world, channels, writers, random, 200);
      const devices = [];
      for (const { host } of nodes) devices.push(await Device.at(host, reader.email));
      const screens: Screen[] = [
        { kind: "home" },
        { kind: "mentions" },
        { kind: "hashtag", id: "launch" },
        ...channels.slice(0, 4).map((id) => ({ kind: "channel" as const, id })),
      ];
      try {
        for (const { calls } of devices) await calls.open(screens);
        const before = await untilEqual(devices);
        devices.forEach(({ proxy }) => proxy.stall());
        const changes = await change(world, channels, writers, random, quick ? 600 : newPosts);
        note(`${changes} changes; the client comes back`);
        devices.forEach(({ proxy }) => proxy.heal());
        for (const { calls } of devices) await calls.online();
        const after = await untilEqual(devices);
        return {
          figure: `${changes} changes in ${channels.length} channels, caught up after ${after.millis} ms`,
          faults: [
            ...before.differ.map((text) => `before it left: ${text}`),
            ...after.differ,
            ...(after.millis > longestCatchUp * (quick ? 2 : 1)
              ? [`${after.millis} ms until its screens were right`]
              : []),
            ...counted({ crashes: world.crashes }),
          ],
        };
      } finally {
        for (const device of devices) await device.close();
      }
    }),
};

async function found({ company }: World): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 1; at <= 50; at += 1) {
    const channel = { name: `Channel ${at}`, about: "", private: false };
    ids.push((await company.as(company.admin, channelsApi.create, channel)).id);
  }
  return ids;
}

/** So many posts, and of a tenth each an edit, a reply, a reaction or a removal; how many changes that was. */
async function change(
  { company }: World,
  channels: string[],
  writers: Colleague[],
  random: Random,
  posts: number,
): Promise<number> {
  let changes = 0;
  let begun = 0;
  const write = async (writer: Colleague) => {
    while (begun < posts) {
      begun += 1;
      const key = `away-${posts}-${begun}`;
      const body = random.of(["Plain", "On #launch", "@rita.returner, look"]);
      const { id } = await company.as(writer, postsApi.create, {
        key,
        channelIds: [random.of(channels)],
        body,
      });
      const chance = random.whole(0, 40);
      if (chance === 0) await company.as(writer, postsApi.edit, { id, body: `${body} again` });
      if (chance === 1) await company.as(writer, threadsApi.reply, { id, key: `${key}-reply`, body });
      if (chance === 2) await company.as(writer, reactionsApi.react, { id, emoji: "👍" });
      if (chance === 3) await company.as(writer, postsApi.remove, { id });
      changes += chance < 4 ? 2 : 1;
    }
  };
  await Promise.all(Array.from({ length: 24 }, (_, at) => write(writers[at % writers.length]!)));
  return changes;
}

/** Milliseconds until nothing differs any more from a fresh fetch, and what still does after twice the time. */
async function untilEqual(devices: Device[]): Promise<{ millis: number; differ: string[] }> {
  const begun = Date.now();
  let differ: string[] = [];
  while (Date.now() < begun + 2 * longestCatchUp) {
    const found = await Promise.all(devices.map(({ calls }) => calls.compare()));
    if (found.every((its) => its?.length === 0)) return { millis: Date.now() - begun, differ: [] };
    differ = found.flatMap((its) => its ?? ["it doesn't come to rest"]);
    await sleep(100);
  }
  return { millis: Date.now() - begun, differ };
}
