import { channelsApi } from "@meridian/shared/channels";
import { postsApi } from "@meridian/shared/posts";
import { threadsApi } from "@meridian/shared/threads";
import { Types } from "mongoose";
import { beforeAll, describe, expect, it } from "vitest";
import {
  buildChannel,
  buildCompany,
  buildPerson,
  buildPost,
  buildReply,
  type Signed,
} from "../test/build.ts";
import { listenAs, request, succeed, useServer } from "../test/startServer.ts";
import { VersionModel } from "./model.ts";

const server = useServer();
let admin: Signed;
let sydney: Signed;
let london: Signed;

beforeAll(async () => {
  ({ admin } = await buildCompany());
  sydney = await buildPerson({ city: "Sydney" });
  london = await buildPerson({ city: "London" });
});

describe("a post", () => {
  it("in an open channel reaches a colleague's socket within a second, and their Home", async () => {
    const { url } = server.node;
    const channel = await buildChannel(url, sydney);
    await succeed(url, channelsApi.follow, { id: channel.id }, london.token);
    const listener = await listenAs(url, london.token);
    const started = performance.now();
    const post = await buildPost(url, sydney, { channelIds: [channel.id], body: "G’day from Sydney" });
    await listener.until((l) => l.heard("post:created").some((one) => one.id === post.id));
    expect(performance.now() - started).toBeLessThan(1_000);
    const home = await succeed(url, postsApi.home, {}, london.token);
    expect(home.posts[0]).toEqual(post);
    listener.close();
  });

  it("in a private channel reaches its members and no one else", async () => {
    const { url } = server.node;
    const channel = await buildChannel(url, sydney, { private: true });
    await succeed(url, channelsApi.addMember, { id: channel.id, personId: london.id }, sydney.token);
    const stranger = await buildPerson();
    const [member, outsider, boss] = await Promise.all([
      listenAs(url, london.token),
      listenAs(url, stranger.token),
      listenAs(url, admin.token),
    ]);
    const post = await buildPost(url, sydney, { channelIds: [channel.id], body: "canary-private" });
    await buildReply(url, sydney, { id: post.id, body: "canary-reply" });
    await member.until((l) => l.heard("post:created").length === 2);
    const marker = await buildChannel(url, sydney);
    await outsider.until((l) => l.heard("channel:changed").some((one) => one.id === marker.id));
    expect(outsider.transcript).not.toContain("canary");
    expect(boss.transcript).not.toContain("canary");
    expect((await request(url, postsApi.show, { id: post.id }, stranger.token)).status).toBe(404);
    expect((await request(url, threadsApi.replies, { id: post.id }, stranger.token)).status).toBe(404);
    for (const listener of [member, outsider, boss]) listener.close();
  });

  it("leaves no word with somebody who was taken out of the channel before it", async () => {
    const { url } = server.node;
    const channel = await buildChannel(url, sydney, { private: true });
    await succeed(url, channelsApi.addMember, { id: channel.id, personId: london.id }, sydney.token);
    const listener = await listenAs(url, london.token);
    await succeed(url, channelsApi.removeMember, { id: channel.id, personId: london.id }, sydney.token);
    await buildPost(url, sydney, { channelIds: [channel.id], body: "canary-after" });
    await listener.until((l) => l.heard("channel:gone").length === 1);
    const marker = await buildChannel(url, sydney);
    await listener.until((l) => l.heard("channel:changed").some((one) => one.id === marker.id));
    expect(listener.transcript).not.toContain("canary-after");
    listener.close();
  });

  it("sent ten times at once over two nodes with one key is there once", async () => {
    const other = await server.startAnother();
    const channel = await buildChannel(server.node.url, sydney);
    const draft = { key: "the-same-key", channelIds: [channel.id], body: "once" };
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        succeed([server.node.url, other.url][n % 2]!, postsApi.create, draft, sydney.token),
      ),
    );
    expect(new Set(answers.map((post) => post.id)).size).toBe(1);
    const page = await succeed(server.node.url, postsApi.channel, { id: channel.id }, sydney.token);
    expect(page.posts).toHaveLength(1);
    const changed = await request(
      server.node.url,
      postsApi.create,
      { ...draft, body: "twice" },
      sydney.token,
    );
    expect(changed).toMatchObject({ status: 409, body: { code: "conflict" } });
  });

  it("goes to several open channels with one thread, never to a private one and another", async () => {
    const { url } = server.node;
    const [a, b] = [await buildChannel(url, sydney), await buildChannel(url, sydney)];
    const secret = await buildChannel(url, sydney, { private: true });
    const post = await buildPost(url, sydney, { channelIds: [a.id, b.id] });
    await buildReply(url, london, { id: post.id });
    for (const { id } of [a, b]) {
      const { posts } = await succeed(url, postsApi.channel, { id }, london.token);
      expect(posts).toMatchObject([{ id: post.id, replyCount: 1 }]);
    }
    const mixed = { key: "key-mixed", channelIds: [a.id, secret.id], body: "no" };
    expect((await request(url, postsApi.create, mixed, sydney.token)).status).toBe(400);
  });

  it("is edited by its author only, and its history can be read", async () => {
    const { url } = server.node;
    const channel = await buildChannel(url, sydney);
    const post = await buildPost(url, sydney, { channelIds: [channel.id], body: "frist" });
    expect((await request(url, postsApi.edit, { id: post.id, body: "x" }, london.token)).status).toBe(403);
    const listener = await listenAs(url, london.token);
    await succeed(url, postsApi.edit, { id: post.id, body: "first" }, sydney.token);
    await listener.until((l) => l.heard("post:changed").some((one) => one.body === "first"));
    const { versions } = await succeed(url, postsApi.history, { id: post.id }, london.token);
    expect(versions.map((version) => version.body)).toEqual(["frist", "first"]);
    listener.close();
  });

  it("is edited a hundred times and no more, so that all it ever said can be read at once", async () => {
    const { url } = server.node;
    const channel = await buildChannel(url, sydney);
    const { id } = await buildPost(url, sydney, { channelIds: [channel.id] });
    const earlier = { postId: new Types.ObjectId(id), text: [], at: new Date(0) };
    await VersionModel.insertMany(Array.from({ length: 99 }, (_, n) => ({ ...earlier, body: `${n}` })));
    await succeed(url, postsApi.edit, { id, body: "the last word" }, sydney.token);
    const more = await request(url, postsApi.edit, { id, body: "another one" }, sydney.token);
    expect(more).toMatchObject({ status: 409, body: { code: "locked" } });
    const { versions } = await succeed(url, postsApi.history, { id }, london.token);
    expect([versions.length, versions.at(-1)!.body]).toEqual([101, "the last word"]);
  });

  it("that is removed is gone, stays as a tombstone where there are replies, and comes back by undo", async () => {
    const { url } = server.node;
    const channel = await buildChannel(url, sydney);
    const lone = await buildPost(url, sydney, { channelIds: [channel.id], body: "canary-lone" });
    const answered = await buildPost(url, sydney, { channelIds: [channel.id], body: "canary-answered" });
    await buildReply(url, london, { id: answered.id });
    for (const { id } of [lone, answered]) await succeed(url, postsApi.remove, { id }, sydney.token);
    const { posts } = await succeed(url, postsApi.channel, { id: channel.id }, london.token);
    expect(posts).toMatchObject([{ id: answered.id, state: "removed", body: "", replyCount: 1 }]);
    expect((await request(url, postsApi.history, { id: lone.id }, london.token)).status).toBe(404);
    expect((await request(url, postsApi.restore, { id: lone.id }, london.token)).status).toBe(409);
    await succeed(url, postsApi.restore, { id: lone.id }, sydney.token);
    const after = await succeed(url, postsApi.channel, { id: channel.id }, london.token);
    expect(after.posts.map((post) => post.body)).toEqual(["", "canary-lone"]);
  });
});
