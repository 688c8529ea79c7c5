import { channelsApi } from "@meridian/shared/channels";
import { postsApi } from "@meridian/shared/posts";
import { setTimeout as sleep } from "node:timers/promises";
import { type Check, counted, type Verdict } from "../check.ts";
import type { Proxy } from "../cluster/proxy.ts";
import { World } from "../cluster/world.ts";
import { Random } from "../random.ts";
import { Device } from "./devices.ts";
import { draw, type Places, type Schedule } from "./schedule.ts";

/** Milliseconds after which no schedule is begun any more. */
const longestRun = 8 * 60_000;
/** So long after the last step may a screen differ. */
const longestWait = 15_000;

export const R6: Check = {
  id: "R6",
  promise:
    "1,000 random schedules, or as many as fit into eight minutes, of four people with the client's own code, over two nodes and bad networks: each cache ends as a fresh fetch",
  alone: "long",
  run: async ({ random, quick, note }) => {
    const [worlds, each] = quick ? [1, 3] : [3, 334];
    const companies = await Promise.all(Array.from({ length: worlds! }, () => World.start({ mongods: 1 })));
    try {
      const runs = await Promise.all(
        companies.map((world, at) =>
          playAll(world, each, new Random(random.seed + at), (text) => note(`world ${at + 1}: ${text}`)),
        ),
      );
      return verdict(runs);
    } finally {
      await Promise.all(companies.map((world) => world.stop()));
    }
  },
};

function verdict(runs: Awaited<ReturnType<typeof playAll>>[]): Verdict {
  const sum = (of: (run: (typeof runs)[number]) => number) => runs.reduce((all, run) => all + of(run), 0);
  const failed = runs.flatMap((run) => run.failed);
  const schedules = sum(({ played }) => played);
  const slowest = Math.max(...runs.map((run) => run.slowest));
  return {
    figure: `${schedules - failed.length} of ${schedules} schedules equal, ${sum(({ steps }) => steps)} steps, after ${slowest} ms at most`,
    faults: [...counted({ crashes: sum(({ crashes }) => crashes) }), ...failed],
  };
}

/** One schedule after another, in one company that grows. */
async function playAll(world: World, count: number, random: Random, note: (text: string) => void) {
  const { devices, places } = await people(world);
  const failed: string[] = [];
  const until = Date.now() + longestRun;
  let played = 0;
  let steps = 0;
  let slowest = 0;
  try {
    for (; played < count && Date.now() < until; played += 1) {
      const seed = random.whole(0, 2 ** 31);
      const schedule = draw(new Random(seed), devices.length, places);
      steps += schedule.steps.length;
      await play(devices, schedule);
      const begun = Date.now();
      const differ = await converged(devices);
      slowest = Math.max(slowest, Date.now() - begun);
      if (differ.length > 0) {
        failed.push(`schedule ${seed}`);
        const told = schedule.steps.map(({ device, verb }) => `${device} ${verb}`).join(", ");
        note([`schedule ${seed}, number ${played + 1}: ${told}`, ...differ].join("\n    "));
      }
      if ((played + 1) % 50 === 0) note(`${played + 1} of ${count} schedules`);
    }
  } finally {
    await Promise.all(devices.map((device) => device.close()));
  }
  return { played, failed, steps, slowest, crashes: world.crashes };
}

/** An admin and three others, two at each node, and what there is to read. */
async function people(world: World): Promise<{ devices: Device[]; places: Places }> {
  const { company, nodes } = world;
  const { admin } = company;
  const staff = [
    await company.hire("Rita Rambler", "London"),
    await company.hire("Saul Sender", "Sydney"),
    await company.hire("Theo Thinker", "Sydney"),
  ];
  const channels: string[] = [];
  for (const name of ["Rivers", "Lakes", "Among us"]) {
    const open = { name, about: "", private: name === "Among us" };
    channels.push((await company.as(admin, channelsApi.create, open)).id);
  }
  for (const { id } of staff)
    await company.as(admin, channelsApi.addMember, { id: channels[2]!, personId: id });
  // more than a page each, so that there is more to load
  for (const channelId of channels)
    for (let at = 0; at < 40; at += 1)
      await company.as(staff[at % 3]!, postsApi.create, {
        key: `before-${channelId}-${at}`,
        channelIds: [channelId],
        body: `Before all ${at} #launch`,
      });
  const everybody = [admin, ...staff];
  const devices = await Promise.all(everybody.map(({ email }, at) => Device.at(nodes[at % 2]!.host, email)));
  const places = {
    channels,
    offices: [company.officeId("London"), company.officeId("Sydney")],
    people: everybody.map(({ id }) => id),
    handles: everybody.map(({ handle }) => handle),
  };
  return { devices, places };
}

async function play(devices: Device[], { screens, steps }: Schedule): Promise<void> {
  await Promise.all(devices.map(({ calls }, at) => calls.open(screens[at]!)));
  const done: Promise<void>[] = [];
  const tunnelled = new Set<Proxy>();
  for (const step of steps) {
    const { proxy, calls } = devices[step.device]!;
    if (step.verb === "cut") proxy.cut();
    else if (step.verb === "tunnel") tunnelled.add(proxy.stall());
    else done.push(calls.act(step));
    await sleep(step.pause);
  }
  tunnelled.forEach((proxy) => proxy.heal());
  await Promise.all(devices.map(({ calls }) => calls.online()));
  await Promise.all(done);
}

/** What still differs once it had time enough. */
async function converged(devices: Device[]): Promise<string[]> {
  const until = Date.now() + longestWait;
  const apart = new Map<Device, string[]>(devices.map((device) => [device, []]));
  while (apart.size > 0 && Date.now() < until) {
    await sleep(150);
    await Promise.all(
      [...apart.keys()].map(async (device) => {
        const differ = await device.calls.compare();
        if (differ?.length === 0) apart.delete(device);
        else apart.set(device, differ ?? ["it doesn't come to rest"]);
      }),
    );
  }
  return [...apart].flatMap(([device, differ]) =>
    differ.map((text) => `device ${devices.indexOf(device)}: ${text}`),
  );
}
