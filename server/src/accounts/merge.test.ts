import { accountsApi } from "@meridian/shared/accounts";
import { channelsApi } from "@meridian/shared/channels";
import { noticesApi } from "@meridian/shared/notices";
import { peopleApi } from "@meridian/shared/people";
import { postsApi } from "@meridian/shared/posts";
import { reactionsApi } from "@meridian/shared/reactions";
import { reportsApi } from "@meridian/shared/reports";
import { threadsApi } from "@meridian/shared/threads";
import { beforeAll, describe, expect, it } from "vitest";
import { CaseModel, ReportModel } from "../cases/model.ts";
import { ChannelModel, MembershipModel } from "../channels/model.ts";
import { clock } from "../clock.ts";
import { hashPassword } from "../people/passwords.ts";
import { PostModel } from "../posts/model.ts";
import {
  buildChannel,
  buildCompany,
  buildPerson,
  buildPost,
  buildReply,
  buildReport,
  type Signed,
} from "../test/build.ts";
import { listenAs, request, succeed, useServer } from "../test/startServer.ts";

const server = useServer();
let admin: Signed;
let everyone: string;

beforeAll(async () => {
  ({ admin } = await buildCompany());
  const { channels } = await succeed(server.node.url, channelsApi.list, {}, admin.token);
  everyone = channels.find((channel) => channel.slug === "everyone")!.id;
});

const merged = (from: Signed, into: Signed) =>
  succeed(server.node.url, accountsApi.merge, { id: from.id, into: into.id }, admin.token);

describe("two accounts of one person", () => {
  it("become one: posts, replies, mentions and reactions, each emoji once", async () => {
    const { url } = server.node;
    const [from, into, other] = [await buildPerson(), await buildPerson(), await buildPerson()];
    const root = await buildPost(url, other, { channelIds: [everyone], body: `@${from.person.handle} look` });
    const body = { key: "the-same-key", channelIds: [everyone], body: "Mine" };
    const first = await succeed(url, postsApi.create, body, from.token);
    const own = await succeed(url, postsApi.create, body, into.token);
    const reply = await buildReply(url, from, { id: root.id });
    await buildReply(url, into, { id: root.id });
    for (const { token } of [from, other, into])
      await succeed(url, reactionsApi.react, { id: root.id, emoji: "👍" }, token);
    await succeed(url, reactionsApi.react, { id: root.id, emoji: "🎉" }, from.token);

    const preview = await succeed(url, accountsApi.previewMerge, { id: from.id, into: into.id }, admin.token);
    expect(preview).toMatchObject({ posts: 1, replies: 1, reactions: 1, mentions: 1, barred: null });
    const listener = await listenAs(url, other.token);
    expect((await merged(from, into)).id).toBe(into.id);

    await listener.until((l) =>
      l.heard("post:changed").some((post) => post.id === first.id && post.author.id === into.id),
    );
    listener.close();
    const { posts } = await succeed(url, postsApi.person, { id: into.id }, other.token);
    expect(posts.map(({ id }) => id)).toEqual([own.id, first.id]);
    const { replies } = await succeed(url, threadsApi.replies, { id: root.id }, other.token);
    expect(replies.map(({ author }) => author.id)).toEqual([into.id, into.id]);
    expect(replies[0]!.id).toBe(reply.id);
    const shown = await succeed(url, postsApi.show, { id: root.id }, other.token);
    expect(shown.repliers.map(({ id }) => id)).toEqual([into.id]);
    expect(shown.mentions).toEqual([into.id]);
    expect(shown.reactions).toEqual([
      { emoji: "👍", personIds: [into.id, other.id] },
      { emoji: "🎉", personIds: [into.id] },
    ]);
    const mentions = await succeed(url, postsApi.mentions, {}, into.token);
    expect(mentions.posts.map(({ id }) => id)).toEqual([root.id]);
    const id = from.person._id;
    const left = [{ authorId: id }, { mentions: id }, { repliers: id }, { "reactions.personId": id }];
    expect(await PostModel.countDocuments({ $or: left })).toBe(0);
  });

  it("are in the channels of both, and the sockets of the one that stays hear the private ones at once", async () => {
    const { url } = server.node;
    const [from, into] = [await buildPerson(), await buildPerson()];
    const secret = await buildChannel(url, from, { private: true });
    const both = await buildChannel(url, admin);
    await succeed(url, channelsApi.follow, { id: both.id, muted: true }, into.token);
    await succeed(url, channelsApi.follow, { id: both.id }, from.token);
    const reads = { personId: from.person._id, channelId: both.id };
    const readAt = new Date(clock.millis() + 60_000);
    await MembershipModel.updateOne(reads, { $set: { lastReadAt: readAt } });
    const listener = await listenAs(url, into.token);
    await merged(from, into);
    await listener.until((l) => l.heard("channel:changed").some(({ id }) => id === secret.id));

    const post = await buildPost(url, into, { channelIds: [secret.id], body: "Among ourselves" });
    await listener.until((l) => l.heard("post:created").some(({ id }) => id === post.id));
    listener.close();
    const kept = await MembershipModel.findOne({ personId: into.person._id, channelId: both.id }).lean();
    expect(kept).toMatchObject({ following: true, muted: true, lastReadAt: readAt });
    expect(await MembershipModel.countDocuments({ personId: from.person._id })).toBe(0);
    const channel = await ChannelModel.findById(secret.id).lean();
    expect(String(channel!.createdBy)).toBe(into.id);
  });

  it("keep what either saved and follows, what they were told and what they reported, each once", async () => {
    const { url } = server.node;
    const [from, into, other] = [await buildPerson(), await buildPerson(), await buildPerson()];
    const [one, two] = [
      await buildPost(url, other, { channelIds: [everyone] }),
      await buildPost(url, other, { channelIds: [everyone] }),
    ];
    await succeed(url, threadsApi.save, { id: one.id }, from.token);
    await succeed(url, threadsApi.mark, { id: one.id, thread: "muted" }, into.token);
    await succeed(url, threadsApi.mark, { id: two.id, thread: "following" }, from.token);
    await buildReport(url, into, { kind: "post", id: one.id });
    await buildReport(url, from, { kind: "post", id: one.id });
    await buildReport(url, from, { kind: "post", id: two.id });
    await buildReport(url, other, { kind: "profile", id: from.id });
    await merged(from, into);

    const marks = await succeed(url, threadsApi.marks, {}, into.token);
    expect(marks).toEqual({ saved: [one.id], following: [two.id], muted: [one.id] });
    const { reports } = await succeed(url, reportsApi.mine, {}, into.token);
    expect(reports.map(({ target }) => target.id)).toEqual([two.id, one.id]);
    const twice = await CaseModel.findOne({ "target.id": one.id }).lean();
    expect(twice).toMatchObject({ reportCount: 1, reporterIds: [into.person._id] });
    const profile = await CaseModel.findOne({ "target.kind": "profile", "target.id": into.id }).lean();
    expect(profile).toMatchObject({ authorId: into.person._id, pendingKey: `profile:${into.id}` });
    expect(await ReportModel.countDocuments({ "target.id": from.id })).toBe(0);
    const { notices } = await succeed(url, noticesApi.list, {}, into.token);
    expect(notices.filter(({ kind }) => kind === "reportReceived")).toHaveLength(3);
  });

  it("with an open case each keep both, and a moderator's two names are one", async () => {
    const { url } = server.node;
    const [from, into, other] = [await buildPerson(), await buildPerson(), await buildPerson()];
    await buildReport(url, other, { kind: "profile", id: from.id });
    await buildReport(url, other, { kind: "profile", id: into.id });
    const post = await buildPost(url, other, { channelIds: [everyone] });
    await buildReport(url, admin, { kind: "post", id: post.id });
    const by = from.person._id;
    const note = { _id: by, by, text: "n", at: new Date() };
    await CaseModel.updateOne(
      { "target.id": post.id },
      { $set: { claimedBy: by }, $push: { notes: note, history: { act: "noted", by, at: new Date() } } },
    );
    await merged(from, into);
    expect(await CaseModel.countDocuments({ "target.id": into.id, authorId: into.id })).toBe(2);
    const kase = (await CaseModel.findOne({ "target.id": post.id }).lean())!;
    const doers = [kase.claimedBy, kase.notes[0]!.by, kase.history.at(-1)!.by];
    expect(doers.map(String)).toEqual([into.id, into.id, into.id]);
  });

  it("close the one at once and for good, and its links lead to the one that stays", async () => {
    const { url } = server.node;
    const passwordHash = await hashPassword("correct horse");
    const [from, into] = [await buildPerson({ passwordHash }), await buildPerson()];
    const [older, reader] = [await buildPerson(), await buildPerson()];
    await merged(older, from);
    const socket = await listenAs(url, from.token);
    await merged(from, into);
    await socket.until(({ states }) => states.includes("closed"), "closing", 2_000);
    expect((await request(url, peopleApi.me, {}, from.token)).status).toBe(401);
    expect((await request(url, accountsApi.reactivate, { id: from.id }, admin.token)).status).toBe(409);
    for (const { id, person } of [from, older]) {
      expect((await succeed(url, peopleApi.show, { id }, reader.token)).id).toBe(into.id);
      const { handle } = person;
      expect((await succeed(url, peopleApi.byHandle, { handle }, reader.token)).id).toBe(into.id);
    }
    const body = `Thanks, @${from.person.handle}`;
    const post = await buildPost(url, reader, { channelIds: [everyone], body });
    expect(post.mentions).toEqual([into.id]);
    const { accounts } = await succeed(url, accountsApi.list, { q: from.person.email }, admin.token);
    expect(accounts[0]).toMatchObject({
      state: "deactivated",
      sessions: 0,
      merged: { into: { id: into.id }, finished: true },
    });
  });
});
