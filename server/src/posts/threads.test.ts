import { postsApi } from "@meridian/shared/posts";
import { channelsApi } from "@meridian/shared/channels";
import { threadsApi } from "@meridian/shared/threads";
import { beforeAll, describe, expect, it } from "vitest";
import {
  buildChannel,
  buildCompany,
  buildPerson,
  buildPost,
  buildReply,
  type Signed,
} from "../test/build.ts";
import { request, succeed, useServer } from "../test/startServer.ts";
import { PostModel } from "./model.ts";

const server = useServer();
let admin: Signed;
let sydney: Signed;
let london: Signed;

beforeAll(async () => {
  ({ admin } = await buildCompany());
  sydney = await buildPerson({ city: "Sydney" });
  london = await buildPerson({ city: "London" });
});

describe("a thread", () => {
  it("that somebody follows is found by its last reply; a muted one doesn't call them", async () => {
    const { url } = server.node;
    const channel = await buildChannel(url, sydney);
    const [older, newer] = [
      await buildPost(url, london, { channelIds: [channel.id] }),
      await buildPost(url, london, { channelIds: [channel.id] }),
    ];
    await buildReply(url, sydney, { id: newer.id });
    await buildReply(url, sydney, { id: older.id, body: `@${london.person.handle}` });
    const { posts } = await succeed(url, postsApi.threads, { limit: 2 }, london.token);
    expect(posts.map((post) => post.id)).toEqual([older.id, newer.id]);
    const mentions = async () =>
      (await succeed(url, channelsApi.unread, {}, london.token)).mentions.posts.length;
    const before = await mentions();
    await succeed(url, threadsApi.mark, { id: older.id, thread: "muted" }, london.token);
    expect(await mentions()).toBe(before - 1);
    const left = await succeed(url, postsApi.threads, {}, london.token);
    expect(left.posts.map((post) => post.id)).not.toContain(older.id);
  });

  it("keeps its count true through replies at once and their removal", async () => {
    const { url } = server.node;
    const channel = await buildChannel(url, sydney);
    const root = await buildPost(url, sydney, { channelIds: [channel.id] });
    const replies = await Promise.all(
      Array.from({ length: 12 }, () => buildReply(url, london, { id: root.id })),
    );
    await succeed(url, postsApi.remove, { id: replies[3]!.id }, london.token);
    expect((await succeed(url, postsApi.show, { id: root.id }, sydney.token)).replyCount).toBe(11);
    const page = await succeed(url, threadsApi.replies, { id: root.id, limit: 5 }, sydney.token);
    expect(page.replies).toHaveLength(5);
    const rest = await succeed(
      url,
      threadsApi.replies,
      { id: root.id, after: page.later!, limit: 50 },
      sydney.token,
    );
    expect(rest.replies).toHaveLength(6);
    const around = await succeed(
      url,
      threadsApi.replies,
      { id: root.id, around: replies[6]!.id, limit: 2 },
      sydney.token,
    );
    expect(around.replies.map((reply) => reply.id)).toContain(replies[6]!.id);
  });

  it("answered in the same millisecond as others that somebody follows is on one of the pages, once", async () => {
    const { url } = server.node;
    const reader = await buildPerson();
    const channel = await buildChannel(url, sydney);
    const roots = await Promise.all(
      Array.from({ length: 5 }, () => buildPost(url, reader, { channelIds: [channel.id] })),
    );
    for (const { id } of roots) await buildReply(url, sydney, { id });
    await PostModel.updateMany(
      { _id: { $in: roots.map(({ id }) => id) } },
      { lastReplyAt: new Date(), $inc: { rev: 1 } },
    );
    const seen: string[] = [];
    let before: string | undefined;
    do {
      const page = await succeed(
        url,
        postsApi.threads,
        { limit: 2, ...(before && { before }) },
        reader.token,
      );
      seen.push(...page.posts.map(({ id }) => id));
      before = page.next ?? undefined;
    } while (before);
    const newestFirst = roots
      .map(({ id }) => id)
      .toSorted()
      .toReversed();
    expect(seen).toEqual(newestFirst);
  });
});

it("a reply whose answer was lost is answered again, though its thread was locked since", async () => {
  const { url } = server.node;
  const channel = await buildChannel(url, sydney);
  const root = await buildPost(url, sydney, { channelIds: [channel.id] });
  const draft = { id: root.id, key: "answer-was-lost", body: "here" };
  const first = await succeed(url, threadsApi.reply, draft, london.token);
  await succeed(url, postsApi.lock, { id: root.id }, admin.token);
  expect((await succeed(url, threadsApi.reply, draft, london.token)).id).toBe(first.id);
  const another = await request(url, threadsApi.reply, { ...draft, key: "another-reply" }, london.token);
  expect(another).toMatchObject({ status: 409, body: { code: "locked" } });
});
