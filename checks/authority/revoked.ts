import { accountsApi } from "@meridian/shared/accounts";
import { channelsApi } from "@meridian/shared/channels";
import { peopleApi } from "@meridian/shared/people";
import { postsApi } from "@meridian/shared/posts";
import { ObjectId } from "mongodb";
import { setTimeout as sleep } from "node:timers/promises";
import type { Colleague } from "../../e2e/company.ts";
import { type Check, counted } from "../check.ts";
import { inWorld, type World } from "../cluster/world.ts";
import { nameOf } from "./names.ts";
import { Listener } from "./listener.ts";

const longestOpen = 2_000;
const longestOpenAfterOutage = 5_000;
/** So long what another node committed may take to be known. */
const longestKnown = 1_000;

export const A4: Check = {
  id: "A4",
  promise:
    "out of a private channel on one node, 200 times, by removal, merging and deletion: on the other nothing is heard or read after it",
  run: ({ quick, note }) =>
    inWorld({ mongods: 1, shared: quick }, async (world) => {
      const { company, nodes } = world;
      const rounds = quick ? 6 : 200;
      const { admin } = company;
      const channel = { name: "Among ourselves", about: "", private: true };
      const { id } = await company.as(admin, channelsApi.create, channel);
      const constant = await company.hire("Mia Member", "Sydney");
      const names = Object.keys(waysOut);
      const counts = { "let in late": 0, "heard after it": 0, "read after it": 0 };
      for (let round = 1; round <= rounds; round += 1) {
        const way = waysOut[names[round % names.length]!]!;
        const member = way.forGood ? await company.hire(nameOf("Max", round), "Sydney") : constant;
        // the company acts on node A
        await company.as(admin, channelsApi.addMember, { id, personId: member.id });
        const other = nodes[1];
        const page = () =>
          fetch(`${other.url}/api/channels/${id}/posts`, {
            headers: { Authorization: `Bearer ${member.token}` },
          });
        const begun = performance.now();
        while ((await page()).status !== 200 && performance.now() < begun + longestKnown) await sleep(5);
        if (performance.now() > begun + longestKnown) counts["let in late"] += 1;
        const listener = new Listener(other.url, member.token);
        await listener.ready;
        // from here on who calls, what they may see and the finished page are in the other node's memory
        await page();
        await way.leave(world, id, member);
        const body = `After round ${round}`;
        const key = `removal-${round}-key`;
        const post = await company.as(admin, postsApi.create, { key, channelIds: [id], body });
        await sleep(longestKnown / 2);
        if (way.heard && listener.heard.includes(post.id)) counts["heard after it"] += 1;
        if ((await page()).ok) counts["read after it"] += 1;
        listener.close();
        if (round % 50 === 0) note(`${round} of ${rounds} rounds`);
      }
      return { figure: `${rounds} ways out: ${names.join(", ")} in turn`, faults: counted(counts) };
    }),
};

interface WayOut {
  /** The account can't be used afterwards. */
  forGood: boolean;
  /** Whether sockets are judged too. */
  heard: boolean;
  leave: (world: World, channelId: string, member: Colleague) => Promise<unknown>;
}

const waysOut: Record<string, WayOut> = {
  removed: {
    forGood: false,
    heard: true,
    leave: ({ company }, id, { id: personId }) =>
      company.as(company.admin, channelsApi.removeMember, { id, personId }),
  },
  merged: {
    forGood: true,
    heard: true,
    leave: ({ company }, _channelId, { id }) =>
      company.as(company.admin, accountsApi.merge, { id, into: company.admin.id }),
  },
  // by somebody with a shell; the change stream doesn't say whose it was, so sockets stay until they come back
  deleted: {
    forGood: false,
    heard: false,
    leave: ({ database }, channelId, { id }) =>
      database
        .collection("memberships")
        .deleteOne({ personId: new ObjectId(id), channelId: new ObjectId(channelId) }),
  },
};

export const A5: Check = {
  id: "A5",
  promise:
    "suspended on one node, 200 times: on the other the socket is closed within 2 s, within 5 s after the database was away, and nothing is posted",
  run: ({ random, quick, note }) =>
    inWorld({ mongods: 1, shared: quick }, async ({ company, nodes, members }) => {
      const rounds = quick ? 8 : 200;
      const { admin } = company;
      const channelId = await company.channelId("everyone");
      const counts = {
        "closed later than after 2 s": 0,
        "closed late after an outage": 0,
        "posts after it": 0,
      };
      const { program: mongod } = members[0]!;
      const suspend = (id: string) =>
        company.as(admin, peopleApi.suspend, { id, reason: "A check", until: null });
      let slowest = 0;
      let slowestAfter = 0;
      for (let round = 1; round <= rounds; round += 1) {
        // a suspension ends the sessions: each round has somebody of its own
        const victim = await company.hire(nameOf("Vic", round), "Berlin");
        const listener = new Listener(nodes[1].url, victim.token);
        await listener.ready;
        if (round === rounds) {
          const work = suspend(victim.id).then(
            () => true,
            () => false,
          );
          await sleep(random.between(0, 20));
          mongod.halt();
          await sleep(quick ? 6_000 : 15_000);
          mongod.resume();
          const back = performance.now();
          if (!(await work)) await suspendAtLast(() => suspend(victim.id));
          slowestAfter = Math.max(0, await listener.closedAfter(back, 15_000));
          if (slowestAfter > longestOpenAfterOutage) counts["closed late after an outage"] += 1;
        } else {
          const begun = performance.now();
          await suspend(victim.id);
          const took = await listener.closedAfter(begun, 5_000);
          slowest = Math.max(slowest, took);
          if (took > longestOpen) counts["closed later than after 2 s"] += 1;
        }
        const { status } = await fetch(`${nodes[1].url}/api/posts`, {
          method: "POST",
          headers: { Authorization: `Bearer ${victim.token}`, "Content-Type": "application/json" },
          body: JSON.stringify({ key: `suspended-${round}`, channelIds: [channelId], body: "After it" }),
        });
        if (status < 400) counts["posts after it"] += 1;
        listener.close();
        if (round % 50 === 0) note(`${round} of ${rounds} rounds`);
      }
      return {
        figure: `${rounds} suspensions, the slowest closed after ${slowest.toFixed(0)} ms, and ${slowestAfter.toFixed(0)} ms after the database was back`,
        faults: counted(counts),
      };
    }),
};

/** Until the database takes it again. */
async function suspendAtLast(suspend: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      await suspend();
      return;
    } catch {
      await sleep(50);
    }
  }
}
