import { channelsApi } from "@meridian/shared/channels";
import { postsApi } from "@meridian/shared/posts";
import { reactionsApi } from "@meridian/shared/reactions";
import { threadsApi } from "@meridian/shared/threads";
import { Types } from "mongoose";
import { beforeAll, describe, expect, it } from "vitest";
import { presentMe } from "../people/present.ts";
import {
  buildChannel,
  buildCompany,
  buildPerson,
  buildPost,
  buildReply,
  type Signed,
} from "../test/build.ts";
import { request, succeed, useServer } from "../test/startServer.ts";
import { createPost, editPost } from "./actions.ts";
import { PostModel } from "./model.ts";
import { react } from "./reactions.ts";
import { createReply } from "./threads.ts";

const server = useServer();
let admin: Signed;
let author: Signed;
let reader: Signed;
let open: string;

beforeAll(async () => {
  ({ admin } = await buildCompany());
  author = await buildPerson();
  reader = await buildPerson();
  open = (await buildChannel(server.node.url, author)).id;
});

describe("a busy post", () => {
  it("can be edited while people react to it all the time", async () => {
    const { url } = server.node;
    const { id } = await buildPost(url, author, { channelIds: [open], body: "first" });
    let edited = false;
    const storm = Array.from({ length: 6 }, async () => {
      while (!edited) await PostModel.updateOne({ _id: new Types.ObjectId(id) }, { $inc: { rev: 1 } });
    });
    const answer = await request(url, postsApi.edit, { id, body: "second" }, author.token);
    edited = true;
    await Promise.all(storm);
    expect(answer).toMatchObject({ status: 200, body: { body: "second" } });
    const { versions } = await succeed(url, postsApi.history, { id }, reader.token);
    expect(versions.map((version) => version.body)).toEqual(["first", "second"]);
  });

  it("is removed or hidden, and its author is told which", async () => {
    const { url } = server.node;
    for (let round = 0; round < 15; round += 1) {
      const { id } = await buildPost(url, author, { channelIds: [open] });
      const [removal, hiding] = await Promise.all([
        request(url, postsApi.remove, { id }, author.token),
        request(url, postsApi.hide, { id, reason: "off topic" }, admin.token),
      ]);
      const { state } = (await PostModel.findById(id).lean())!;
      expect([removal.ok, state]).toEqual([state === "removed", state]);
      expect([200, 409]).toContain(hiding.status);
    }
  });
});

describe("a locked thread", () => {
  it("takes no edits of its replies and no reactions to them, until it is unlocked", async () => {
    const { url } = server.node;
    const { id } = await buildPost(url, author, { channelIds: [open] });
    const reply = await buildReply(url, reader, { id });
    await succeed(url, postsApi.lock, { id }, admin.token);
    const edit = () => request(url, postsApi.edit, { id: reply.id, body: "changed" }, reader.token);
    const react = () => request(url, reactionsApi.react, { id: reply.id, emoji: "👍" }, reader.token);
    expect([(await edit()).status, (await react()).status]).toEqual([409, 409]);
    await succeed(url, postsApi.unlock, { id }, admin.token);
    expect([(await edit()).status, (await react()).status]).toEqual([200, 200]);
  });
});

describe("a private channel", () => {
  it("takes nothing from somebody who is out of it, though their node doesn't know that yet", async () => {
    const { url } = server.node;
    const { id: closed } = await buildChannel(url, author, { private: true });
    const membership = { id: closed, personId: reader.id };
    await succeed(url, channelsApi.addMember, membership, author.token);
    const { id } = await buildPost(url, reader, { channelIds: [closed], body: "still in" });
    await succeed(url, channelsApi.removeMember, membership, author.token);
    const stale = await presentMe(reader.person, reader.sessionId, [closed]);
    const gone = { code: "not_found" };
    const draft = { key: "out-of-it-key", channelIds: [closed], body: "too late" };
    await expect(createPost(stale, draft)).rejects.toMatchObject(gone);
    await expect(createReply(stale, { id, key: "out-of-it-reply", body: "too late" })).rejects.toMatchObject(
      gone,
    );
    await expect(editPost(stale, { id, body: "too late" })).rejects.toMatchObject(gone);
    await expect(react(stale, { id, emoji: "👍" })).rejects.toMatchObject(gone);
    expect(await PostModel.countDocuments({ privateTo: closed })).toBe(1);
    expect(await PostModel.findById(id).lean()).toMatchObject({ body: "still in", reactions: [] });
  });
});

describe("a removed post", () => {
  const streamOf = async () =>
    (await succeed(server.node.url, postsApi.channel, { id: open, limit: 100 }, author.token)).posts;

  it("stands as a tombstone exactly as long as there are replies under it", async () => {
    const { url } = server.node;
    const { id } = await buildPost(url, author, { channelIds: [open] });
    const reply = await buildReply(url, reader, { id });
    await succeed(url, postsApi.remove, { id }, author.token);
    expect((await streamOf()).map((post) => post.id)).toContain(id);
    await succeed(url, postsApi.remove, { id: reply.id }, reader.token);
    expect((await streamOf()).map((post) => post.id)).not.toContain(id);
    await succeed(url, postsApi.restore, { id: reply.id }, reader.token);
    expect((await streamOf()).find((post) => post.id === id)).toMatchObject({ replyCount: 1, body: "" });
  });

  it("does not swallow a reply that comes at the moment of its removal", async () => {
    const { url } = server.node;
    const { id } = await buildPost(url, author, { channelIds: [open] });
    await succeed(url, postsApi.remove, { id }, author.token);
    await buildReply(url, reader, { id });
    expect((await streamOf()).find((post) => post.id === id)).toMatchObject({
      state: "removed",
      replyCount: 1,
    });
  });
});

describe("a reply's key", () => {
  it("sent to two servers at once makes one reply and equal answers", async () => {
    const { url } = server.node;
    const other = await server.startAnother();
    const { id } = await buildPost(url, author, { channelIds: [open] });
    for (let round = 0; round < 20; round += 1) {
      const draft = { id, key: `reply-key-${round}`, body: "once" };
      const answers = await Promise.all(
        Array.from({ length: 6 }, (_, n) =>
          request(n % 2 ? url : other.url, threadsApi.reply, draft, reader.token),
        ),
      );
      expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 200]);
      expect(new Set(answers.map((answer) => answer.ok && answer.body.id)).size).toBe(1);
    }
    expect((await succeed(url, postsApi.show, { id }, reader.token)).replyCount).toBe(20);
  });

  it("is refused for a post, and the other way round", async () => {
    const { url } = server.node;
    const { id } = await buildPost(url, author, { channelIds: [open] });
    await succeed(url, threadsApi.reply, { id, key: "one-key-for-two", body: "x" }, reader.token);
    const post = { key: "one-key-for-two", channelIds: [open], body: "x" };
    expect((await request(url, postsApi.create, post, reader.token)).status).toBe(409);
  });
});
