import { channelsApi } from "@meridian/shared/channels";
import { peopleApi } from "@meridian/shared/people";
import { postsApi } from "@meridian/shared/posts";
import { reactionsApi } from "@meridian/shared/reactions";
import { threadsApi } from "@meridian/shared/threads";
import { setTimeout as sleep } from "node:timers/promises";
import { callAs, type Colleague, type Place } from "../../e2e/company.ts";
import { type Check, counted } from "../check.ts";
import { inWorld, type World } from "../cluster/world.ts";
import { nameOf } from "./names.ts";
import { Commits, type Told } from "./commits.ts";

const longestKnown = 1_000;

export const Z3: Check = {
  id: "Z3",
  promise:
    "500 removals, suspensions and locks at the same moment as posts, replies, edits, reactions and joins: no effect is committed once the removal is acknowledged (a suspension: a second later)",
  run: ({ random, quick, note }) =>
    inWorld({ mongods: 1, shared: quick }, async (world) => {
      const rounds = quick ? 12 : 500;
      const scene = await build(world);
      const commits = new Commits(world.database);
      const names = Object.keys(races);
      const counts = Object.fromEntries(names.map((name) => [`effects after: ${name}`, 0]));
      let before = 0;
      let during = 0;
      for (let round = 0; round < rounds; round += 1) {
        const name = names[round % names.length]!;
        const race = await races[name]!(scene, round);
        const late = () => sleep(random.between(0, 12));
        const tried = race.tries.map((attempt) =>
          late()
            .then(attempt)
            .catch(() => {}),
        );
        const mark = `removed-${round}-key`;
        const remove = async () => {
          await race.remove();
          await sleep(race.grace ?? 0);
          await world.database.collection("checks").insertOne({ key: mark });
        };
        await Promise.all([late().then(remove), ...tried]);
        const { earlier, meanwhile, later } = await commits.around(race.removal, mark, race.effects);
        before += earlier;
        during += meanwhile;
        counts[`effects after: ${name}`]! += later;
        if ((round + 1) % 100 === 0) note(`${round + 1} of ${rounds} races`);
      }
      await commits.close();
      return {
        figure: `${rounds} races, ${before} effects just before, ${during} between the commit and its acknowledgement`,
        faults: [
          ...counted(counts),
          ...(before < rounds / 10 ? ["hardly anything happened at the same moment"] : []),
        ],
      };
    }),
};

interface Scene {
  world: World;
  A: Place;
  B: Place;
  /** Its member is taken out and brought in again. */
  closed: string;
  open: string;
  member: Colleague;
}

/** A removal, what is tried at the same moment on the other node, and how both are told in the database. */
interface Race {
  remove: () => Promise<unknown>;
  tries: (() => Promise<unknown>)[];
  /** So many milliseconds after its acknowledgement a node may still act on what it knew; by default none. */
  grace?: number;
  removal: Told;
  effects: Told[];
}

async function build(world: World): Promise<Scene> {
  const { company, nodes } = world;
  const [A, B] = nodes.map(({ url }) => ({ url, setupToken: "" })) as [Place, Place];
  const channel = { name: "Closed", about: "", private: true };
  const { id: closed } = await company.as(company.admin, channelsApi.create, channel);
  const { id: open } = await company.as(company.admin, channelsApi.create, {
    ...channel,
    name: "Open",
    private: false,
  });
  return { world, A, B, closed, open, member: await company.hire("Mia Member", "Paris") };
}

const races: Record<string, (scene: Scene, round: number) => Promise<Race>> = {
  removal: async ({ world, A, B, closed, member }, round) => {
    const { admin } = world.company;
    const membership = { id: closed, personId: member.id };
    await callAs(A, admin.token, channelsApi.addMember, membership);
    const old = await untilPosted(B, member, closed, `mine-${round}-key`);
    const stored = await world.database.collection("memberships").find().toArray();
    const { _id } = stored.find(
      ({ channelId, personId }) => String(channelId) === closed && String(personId) === member.id,
    )!;
    return {
      remove: () => callAs(A, admin.token, channelsApi.removeMember, membership),
      tries: [
        () => post(B, member, closed, `race-${round}-one`),
        () => post(A, member, closed, `race-${round}-two`),
        () => callAs(B, member.token, postsApi.edit, { id: old, body: `Edited ${round}` }),
        () => callAs(B, member.token, reactionsApi.react, { id: old, emoji: "👍" }),
      ],
      removal: { record: String(_id), field: "following" },
      effects: [
        { record: `race-${round}-one` },
        { record: `race-${round}-two` },
        { record: old, field: "body" },
        { record: old, field: "reactions" },
      ],
    };
  },
  suspension: async ({ world, A, B, open }, round) => {
    const { admin } = world.company;
    const victim = await world.company.hire(nameOf("Vic", round), "Berlin");
    const old = await untilPosted(B, victim, open, `mine-${round}-key`);
    return {
      remove: () =>
        callAs(A, admin.token, peopleApi.suspend, { id: victim.id, reason: "A check", until: null }),
      tries: [
        () => post(B, victim, open, `race-${round}-one`),
        () => post(A, victim, open, `race-${round}-two`),
        () => callAs(B, victim.token, postsApi.edit, { id: old, body: `Edited ${round}` }),
        () => callAs(B, victim.token, channelsApi.follow, { id: open }),
        () => sleep(longestKnown + 200).then(() => post(B, victim, open, `race-${round}-late`)),
      ],
      grace: longestKnown,
      removal: { record: victim.id, field: "suspended" },
      effects: [
        { record: `race-${round}-one` },
        { record: `race-${round}-two` },
        { record: old, field: "body" },
        { record: `${victim.id} in ${open}` },
        { record: `race-${round}-late` },
      ],
    };
  },
  lock: async ({ world, A, B, open, member }, round) => {
    const { admin } = world.company;
    const root = await untilPosted(B, member, open, `root-${round}-key`);
    const reply = (key: string, at: Place) =>
      callAs(at, member.token, threadsApi.reply, { id: root, key, body: `A reply ${key}` });
    const { id: old } = await reply(`mine-${round}-key`, B);
    return {
      remove: () => callAs(A, admin.token, postsApi.lock, { id: root }),
      tries: [
        () => reply(`race-${round}-one`, B),
        () => reply(`race-${round}-two`, A),
        () => callAs(B, member.token, postsApi.edit, { id: old, body: `Edited ${round}` }),
        () => callAs(B, member.token, reactionsApi.react, { id: root, emoji: "👍" }),
      ],
      removal: { record: root, field: "locked" },
      effects: [
        { record: `race-${round}-one` },
        { record: `race-${round}-two` },
        { record: old, field: "body" },
        { record: root, field: "reactions" },
      ],
    };
  },
};

const post = (at: Place, who: Colleague, channelId: string, key: string) =>
  callAs(at, who.token, postsApi.create, { key, channelIds: [channelId], body: `Raced ${key}` });

/** Once the node knows that they may. */
async function untilPosted(at: Place, who: Colleague, channelId: string, key: string): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    try {
      return (await post(at, who, channelId, key)).id;
    } catch (error) {
      if (tries > 100) throw error;
      await sleep(10);
    }
  }
}
