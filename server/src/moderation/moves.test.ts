import { casesApi } from "@meridian/shared/cases";
import { channelsApi } from "@meridian/shared/channels";
import { type Post, postsApi } from "@meridian/shared/posts";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { transaction } from "../database/connect.ts";
import { presentMe } from "../people/present.ts";
import { PostModel, type StoredPost } from "../posts/model.ts";
import { buildChannel, buildPost, buildReply, buildReport } from "../test/build.ts";
import { act, buildDesk, caseAbout, type Desk } from "../test/desk.ts";
import { request, succeed, useServer } from "../test/startServer.ts";
import { moveThread } from "./effects.ts";

const server = useServer();
let desk: Desk;

beforeAll(async () => {
  desk = await buildDesk();
});

const buildOpen = async () => (await buildChannel(server.node.url, desk.admin)).id;
const close = (id: string) => succeed(server.node.url, channelsApi.makePrivate, { id }, desk.admin.token);
const stored = async (id: string) => (await PostModel.findById(id).lean<StoredPost>())!;
const place = async (id: string) => {
  const { channelIds, privateTo } = await stored(id);
  return { channelIds: channelIds.map(String), privateTo: privateTo && String(privateTo) };
};

/** A thread that a decision moved from some channels into another one, and how that decision is taken back. */
async function buildMoved(from: string[], into: string) {
  const { url } = server.node;
  const root = await buildPost(url, desk.author, { channelIds: from });
  const reply = await buildReply(url, desk.reader, { id: root.id });
  await buildReport(url, desk.reader, { kind: "post", id: root.id });
  const kase = await caseAbout(server, root.id, desk.admin);
  const moved = await act(server, desk.admin, kase, ["move"], { channelId: into });
  expect(moved.status).toBe(200);
  const { id, rev } = moved.body as { id: string; rev: number };
  const takeBack = () => succeed(url, casesApi.reverse, { id, rev, reason: "A mistake" }, desk.second.token);
  return { root, reply, takeBack };
}

describe("a move that is taken back", () => {
  it("leaves a thread where it is once that channel is private", async () => {
    const { url } = server.node;
    const [from, into] = [await buildOpen(), await buildOpen()];
    const { root, reply, takeBack } = await buildMoved([from], into);
    await close(into);
    await takeBack();
    for (const { id } of [root, reply])
      expect(await place(id)).toEqual({ channelIds: [into], privateTo: into });
    const { posts } = await succeed(url, postsApi.channel, { id: from }, desk.reader.token);
    expect(posts).toEqual([]);
  });

  it("brings a thread back into what is open still, and into nothing that is private now", async () => {
    const { url } = server.node;
    const [closed, open, into] = [await buildOpen(), await buildOpen(), await buildOpen()];
    const [one, two] = [await buildMoved([closed], into), await buildMoved([closed, open], into)];
    await close(closed);
    await one.takeBack();
    await two.takeBack();
    for (const { id } of [one.root, one.reply])
      expect(await place(id)).toEqual({ channelIds: [into], privateTo: null });
    for (const { id } of [two.root, two.reply])
      expect(await place(id)).toEqual({ channelIds: [open], privateTo: null });
    expect((await request(url, postsApi.show, { id: one.root.id }, desk.reader.token)).status).toBe(200);
  });
});

it("a thread that is on its way into a channel when that is made private ends up its members' own", async () => {
  const into = await buildOpen();
  const { id } = await buildPost(server.node.url, desk.author, { channelIds: [desk.berlin.channelId] });
  const me = await presentMe(desk.admin.person, desk.admin.sessionId, []);
  let closing: Promise<unknown> | undefined;
  await transaction(async (session) => {
    const root = await PostModel.findById(id).session(session).lean<StoredPost>();
    await moveThread(me, session, root!, into);
    closing ??= close(into);
    await Promise.race([closing, sleep(1_000)]);
  });
  await closing;
  expect(await place(id)).toEqual({ channelIds: [into], privateTo: into });
});

it("a reply that is sent as its thread is moved goes along, and is its members' own once that channel is private", async () => {
  const [from, into] = [await buildOpen(), await buildOpen()];
  const { id } = await buildPost(server.node.url, desk.author, { channelIds: [from] });
  const me = await presentMe(desk.admin.person, desk.admin.sessionId, []);
  let replying: Promise<Post> | undefined;
  await transaction(async (session) => {
    const root = await PostModel.findById(id).session(session).lean<StoredPost>();
    await moveThread(me, session, root!, into);
    replying ??= buildReply(server.node.url, desk.reader, { id });
    await Promise.race([replying, sleep(500)]);
  });
  const reply = await replying!;
  expect(reply.channelIds).toEqual([into]);
  await close(into);
  expect(await place(reply.id)).toEqual({ channelIds: [into], privateTo: into });
});
