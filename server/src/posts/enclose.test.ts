import { channelsApi } from "@meridian/shared/channels";
import { postsApi } from "@meridian/shared/posts";
import { Types } from "mongoose";
import { beforeAll, describe, expect, it } from "vitest";
import { buildChannel, buildCompany, buildPerson, buildPost, type Signed } from "../test/build.ts";
import { listenAs, request, succeed, useServer } from "../test/startServer.ts";
import { newPost } from "./actions.ts";
import { PostModel } from "./model.ts";

const server = useServer();
let owner: Signed;
let outsider: Signed;

beforeAll(async () => {
  await buildCompany();
  owner = await buildPerson();
  outsider = await buildPerson();
});

/** Writes as a server does that has not heard yet that a channel was closed. */
async function writeLate(channelIds: string[]): Promise<string> {
  const id = new Types.ObjectId();
  const written = { _id: id, key: `late-${String(id)}`, body: "late", text: [], mentions: [], hashtags: [] };
  const place = { channelIds: channelIds.map((one) => new Types.ObjectId(one)), privateTo: null };
  await PostModel.collection.insertOne(
    newPost(
      { id: owner.id, officeId: String(owner.person.officeId) },
      { ...written, ...place, threadId: id, isReply: false, listed: true },
    ),
  );
  return String(id);
}

describe("a post that was on its way while its channel was closed", () => {
  it("is told to its members alone, and read by nobody else", async () => {
    const { url } = server.node;
    const closed = await buildChannel(url, owner);
    await succeed(url, channelsApi.makePrivate, { id: closed.id }, owner.token);
    const [inside, outside] = [await listenAs(url, owner.token), await listenAs(url, outsider.token)];
    const id = await writeLate([closed.id]);
    await inside.until((l) => l.heard("post:created").some((post) => post.id === id));
    const next = await buildPost(url, outsider, { channelIds: [(await buildChannel(url, outsider)).id] });
    await outside.until((l) => l.heard("post:created").some((post) => post.id === next.id));
    expect(outside.transcript).not.toContain(id);
    expect((await request(url, postsApi.show, { id }, outsider.token)).status).toBe(404);
    expect((await request(url, postsApi.show, { id }, owner.token)).status).toBe(200);
  });

  it("stays in the other channels that it was written to", async () => {
    const { url } = server.node;
    const [closed, open] = [await buildChannel(url, owner), await buildChannel(url, owner)];
    await succeed(url, channelsApi.makePrivate, { id: closed.id }, owner.token);
    const outside = await listenAs(url, outsider.token);
    const id = await writeLate([closed.id, open.id]);
    await outside.until((l) => l.heard("post:created").some((post) => post.id === id));
    expect(outside.heard("post:created").find((post) => post.id === id)?.channelIds).toEqual([open.id]);
    expect((await succeed(url, postsApi.show, { id }, outsider.token)).channelIds).toEqual([open.id]);
  });
});
