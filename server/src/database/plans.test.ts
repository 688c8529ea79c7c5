import type { Endpoint } from "@meridian/shared/endpoint";
import { auditApi } from "@meridian/shared/audit";
import { casesApi } from "@meridian/shared/cases";
import { channelsApi } from "@meridian/shared/channels";
import { postsApi } from "@meridian/shared/posts";
import { threadsApi } from "@meridian/shared/threads";
import mongoose from "mongoose";
import { beforeAll, describe, expect, it } from "vitest";
import { link } from "../audit/audit.ts";
import { AuditModel } from "../audit/model.ts";
import { CaseModel, type StoredCase } from "../cases/model.ts";
import { MembershipModel } from "../channels/model.ts";
import { PostModel, type StoredPost } from "../posts/model.ts";
import {
  buildChannel,
  buildCompany,
  buildPerson,
  buildPosts,
  buildReport,
  signIn,
  type Signed,
} from "../test/build.ts";
import { type Sample, samplesOf } from "../test/samples.ts";
import { request, succeed, useServer } from "../test/startServer.ts";

const server = useServer();
const weekAgo = new Date(Date.now() - 7 * 86_400_000);
let admin: Signed;
let owner: Signed;
let channelId: string;
let officeId: string;
let posts: StoredPost[];
let samples: Record<string, Sample>;

/** Twelve people, a dozen open channels and as many private ones that the admin is not in, 3,200 posts and replies. */
beforeAll(async () => {
  const { url } = server.node;
  const company = await buildCompany();
  admin = company.admin;
  officeId = String(company.offices.get("London")!._id);
  const people = await Promise.all(Array.from({ length: 12 }, () => buildPerson()));
  owner = people[0]!;
  const open = await Promise.all(people.map((person) => buildChannel(url, person)));
  const closed = await Promise.all(people.map((person) => buildChannel(url, person, { private: true })));
  channelId = open[0]!.id;
  for (const { id } of open) await succeed(url, channelsApi.follow, { id }, admin.token);
  posts = await buildPosts({
    count: 3_200,
    authors: people,
    channels: [...open, ...closed],
    mention: admin,
    hashtag: "busy",
    from: weekAgo,
  });
  const root = posts.find((post) => post.privateTo === null && post.replyCount > 0)!;
  await buildReport(url, people[1]!, { kind: "post", id: String(root._id) });
  const kase = (await CaseModel.findOne().lean<StoredCase>())!;
  await CaseModel.insertMany(Array.from({ length: 300 }, (_, at) => longAgo(kase, people[at % 12]!, at)));
  samples = samplesOf({
    channel: channelId,
    post: String(root._id),
    reply: String(posts.find((post) => post.isReply && post.threadId.equals(root._id))!._id),
    kase: String(kase._id),
    owner,
    member: people[1]!.id,
    office: officeId,
  });
});

/** Such a case that was dismissed and closed months ago. */
function longAgo(kase: StoredCase, author: Signed, days: number): StoredCase {
  const at = new Date(weekAgo.getTime() - (60 + days) * 86_400_000);
  const by = admin.person._id;
  return {
    ...kase,
    _id: new mongoose.Types.ObjectId(),
    target: { ...kase.target, id: new mongoose.Types.ObjectId() },
    authorId: author.person._id,
    state: "closed",
    outcome: "dismissed",
    pendingKey: null,
    openedAt: at,
    decision: { by, at, actions: ["dismiss"], ruleId: null, reason: "r", until: null },
  };
}

interface Query {
  collection: string;
  plan: string;
  keys: number;
  documents: number;
  /** Returned, changed or deleted. */
  found: number;
  sorts: boolean;
}

/** What the database did for a call, by its own account. */
async function queriesOf(call: () => Promise<unknown>): Promise<Query[]> {
  const db = mongoose.connection.db!;
  await db.command({ profile: 2 });
  await call();
  await db.command({ profile: 0 });
  const seen = await db
    .collection("system.profile")
    .find({ ns: { $not: /system\.profile/ }, planSummary: { $exists: true } })
    .toArray();
  await db.collection("system.profile").drop();
  return seen.map((one) => ({
    collection: String(one["ns"]).split(".")[1]!,
    plan: String(one["planSummary"]),
    keys: Number(one["keysExamined"]),
    documents: Number(one["docsExamined"]),
    found: Math.max(...["nreturned", "nMatched", "ndeleted"].map((name) => Number(one[name] ?? 0))),
    sorts: one["hasSortStage"] === true,
  }));
}

describe("a page of posts", () => {
  /** As many of the query's pages as are asked for, one after the other. */
  async function pages(endpoint: typeof postsApi.home, input: object, wanted = 3) {
    let before: string | undefined;
    for (let page = 0; page < wanted; page += 1) {
      const where = { ...input, limit: 30, ...(before && { before }) };
      const answer = await succeed(server.node.url, endpoint, where, admin.token);
      expect(answer.posts).toHaveLength(30);
      before = answer.next!;
    }
  }

  const streams: Record<string, () => Promise<unknown>> = {
    Home: () => pages(postsApi.home, {}),
    "a channel": () => pages(postsApi.channel as never, { id: channelId }),
    "an office": () => pages(postsApi.office as never, { id: officeId }),
    "a person": () => pages(postsApi.person as never, { id: owner.id }),
    "a hashtag": () => pages(postsApi.hashtag as never, { tag: "busy" }),
    mentions: () => pages(postsApi.mentions, {}),
    "what is unread": async () => {
      await MembershipModel.updateMany({ personId: admin.id }, { lastReadAt: weekAgo });
      const { channels } = await succeed(server.node.url, channelsApi.unread, {}, admin.token);
      expect(channels.filter((channel) => channel.posts.length > 50)).toHaveLength(12);
    },
    "a thread": async () => {
      const id = String(posts.find((post) => post.replyCount > 30 && post.privateTo === null)!._id);
      const { later } = await succeed(server.node.url, threadsApi.replies, { id, limit: 10 }, admin.token);
      await succeed(server.node.url, threadsApi.replies, { id, limit: 10, after: later! }, admin.token);
    },
    "hashtags, of which there are many": async () => {
      const authors = [await buildPerson()];
      const channel = await buildChannel(server.node.url, owner);
      // the newest have others than what is asked for
      const hashtag = (at: number) => (at < 3_300 ? `re${at % 700}` : `to${at % 700}`);
      const crowd = { authors, channels: [channel], mention: owner, hashtag, from: weekAgo };
      const many = await buildPosts({ ...crowd, count: 6_600 });
      for (const q of ["", "re", "re69", "to"]) {
        const { tags } = await succeed(server.node.url, postsApi.hashtags, { q }, admin.token);
        expect(tags.length).toBeGreaterThan(10);
      }
      await PostModel.deleteMany({ _id: { $in: many.map((post) => post._id) } });
    },
    "Home of somebody who follows more channels than MongoDB merges": async () => {
      const many = Array.from({ length: 420 }, (_, at) => ({
        personId: admin.person._id,
        channelId: new mongoose.Types.ObjectId(),
        private: false,
        following: true,
        muted: false,
        lastReadAt: weekAgo,
        rev: at,
      }));
      await MembershipModel.insertMany(many);
      await pages(postsApi.home, {});
      await MembershipModel.deleteMany({ channelId: { $in: many.map((one) => one.channelId) } });
    },
  };

  it.each(Object.entries(streams))("of %s comes from an index, in its order", async (_name, read) => {
    const ofPosts = (await queriesOf(read)).filter(({ collection }) => collection === "posts");
    expect(ofPosts).not.toEqual([]);
    for (const query of ofPosts) {
      expect(query).toMatchObject({ sorts: false, plan: expect.stringMatching(/^(IXSCAN|IDHACK)/) });
      expect(query.keys, JSON.stringify(query)).toBeLessThanOrEqual(3 * Math.max(query.found, 1));
    }
  });
});

/** What people do seldom, and what looks at more the more there is. */
const seldom: Record<string, string> = {
  "GET /accounts/:id/merge/:into posts": "no index says who reacted to what",
  "POST /accounts/:id/merge posts": "goes once through all posts",
  "POST /accounts/:id/merge cases": "and through all cases",
  "POST /screens/try posts": "tries a screen on all that was written in a month, for three seconds at most",
  "PUT /channels/:id/private posts": "the replies of a channel are in no index",
};

it("all cases there ever were come from an index, in its order", async () => {
  const read = () => succeed(server.node.url, casesApi.list, { state: "all", limit: 30 }, admin.token);
  const list = (await queriesOf(read)).find(({ collection, found }) => collection === "cases" && found > 1);
  expect(list).toMatchObject({ sorts: false, plan: expect.stringMatching(/^IXSCAN/) });
  expect(list!.documents).toBeLessThanOrEqual(3 * 30);
});

it("what the log says of one case comes from an index, in its order", async () => {
  const at = weekAgo;
  const entry = link(
    { by: "system", action: "case:raised" },
    { day: "2020-01-01", seq: 0, at, previous: "" },
  );
  const others = Array.from({ length: 300 }, (_, seq) => ({
    ...entry,
    _id: new mongoose.Types.ObjectId(),
    seq,
  }));
  await AuditModel.insertMany(others);
  const { id: caseId } = samples["GET /cases/:id"]!.input as { id: string };
  const found = await queriesOf(() => succeed(server.node.url, auditApi.list, { caseId }, admin.token));
  const list = found.filter(({ collection }) => collection === "audit");
  expect(list).toMatchObject([{ sorts: false, plan: expect.stringMatching(/^IXSCAN { caseId/) }]);
});

it("no call looks at much more than it answers or changes", async () => {
  const found = new Map<string, Query>();
  for (const endpoint of server.node.routes.endpoints) {
    const name = `${endpoint.method} ${endpoint.path}`;
    for (const who of [owner, admin]) {
      // whatever the last call ended
      const { token } = await signIn(who.person);
      const call = () => request(server.node.url, endpoint as Endpoint, samples[name]!.input, token);
      // an export is no JSON
      for (const query of await queriesOf(() => call().catch(() => {})))
        if (Math.max(query.keys, query.documents) > 3 * query.found + 40)
          found.set(`${name} ${query.collection}`, query);
    }
  }
  const unexpected = [...found].filter(([name]) => !(name in seldom));
  expect(unexpected).toEqual([]);
  expect(found.size).toBeGreaterThan(0);
  // some three hundred calls
}, 60_000);
