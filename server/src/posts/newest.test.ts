import { peopleApi } from "@meridian/shared/people";
import { postsApi } from "@meridian/shared/posts";
import { threadsApi } from "@meridian/shared/threads";
import { Types } from "mongoose";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { buildChannel, buildCompany, buildPerson, buildPost, type Signed } from "../test/build.ts";
import { request, succeed, useServer } from "../test/startServer.ts";
import { PostModel } from "./model.ts";

const server = useServer();
let admin: Signed;
let author: Signed;
let reader: Signed;
let channelId: string;

beforeAll(async () => {
  ({ admin } = await buildCompany());
  [author, reader] = [await buildPerson(), await buildPerson()];
  channelId = (await buildChannel(server.node.url, author)).id;
});

const page = async (who: Signed) =>
  (await succeed(server.node.url, postsApi.channel, { id: channelId }, who.token)).posts;

describe("the newest page of a channel", () => {
  it("is asked of the database once for all who read it", async () => {
    await buildPost(server.node.url, author, { channelIds: [channelId] });
    // what its own announcement still forgets
    await new Promise((resolve) => setTimeout(resolve, 300));
    const asked = vi.spyOn(PostModel, "find");
    const first = await page(reader);
    expect([await page(author), await page(admin)]).toEqual([first, first]);
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockRestore();
  });

  it("is kept in the sizes that clients ask for only, so that nobody can fill the memory with others", async () => {
    const { url } = server.node;
    const { id } = await buildChannel(url, author);
    await buildPost(url, author, { channelIds: [id] });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const read = (limit: number) => succeed(url, postsApi.channel, { id, limit }, reader.token);
    const asked = vi.spyOn(PostModel, "find");
    const times = [];
    for (const limit of [30, 30, 60, 60, 31, 31]) {
      expect((await read(limit)).posts).toHaveLength(1);
      times.push(asked.mock.calls.length);
    }
    asked.mockRestore();
    expect(times).toEqual([1, 1, 2, 2, 3, 4]);
  });

  it("has a post, its edit, a reply and a new name as soon as they are answered", async () => {
    const { url } = server.node;
    await page(reader);
    const { id } = await buildPost(url, author, { channelIds: [channelId], body: "first words" });
    expect((await page(reader))[0]).toMatchObject({ id, body: "first words" });
    await succeed(url, postsApi.edit, { id, body: "second words" }, author.token);
    expect((await page(reader))[0]).toMatchObject({ id, body: "second words" });
    await succeed(url, threadsApi.reply, { id, key: `key-${id}`, body: "hello" }, reader.token);
    expect((await page(reader))[0]).toMatchObject({ id, replyCount: 1 });
    await succeed(url, peopleApi.edit, { id: author.id, name: "Νίκη Άννα" }, author.token);
    await vi.waitUntil(async () => (await page(reader))[0]!.author.name === "Νίκη Άννα", 1_000);
  });

  it("says nothing of what was hidden in the moment before, and its author still reads it", async () => {
    const { url } = server.node;
    const { id } = await buildPost(url, author, { channelIds: [channelId], body: "canary-newest" });
    expect((await page(reader))[0]!.body).toBe("canary-newest");
    await succeed(url, postsApi.hide, { id, reason: "because" }, admin.token);
    expect(JSON.stringify(await page(reader))).not.toContain("canary-newest");
    expect((await page(author)).find((post) => post.id === id)?.body).toBe("canary-newest");
    await succeed(url, postsApi.unhide, { id }, admin.token);
    expect((await page(reader))[0]!.body).toBe("canary-newest");
    await succeed(url, postsApi.remove, { id }, author.token);
    expect(JSON.stringify(await page(author))).not.toContain("canary-newest");
  });

  it("of a private channel is for its members only, though others have made it", async () => {
    const { url } = server.node;
    const secret = await buildChannel(url, author, { private: true });
    await buildPost(url, author, { channelIds: [secret.id] });
    await succeed(url, postsApi.channel, { id: secret.id }, author.token);
    expect((await request(url, postsApi.channel, { id: secret.id }, reader.token)).status).toBe(404);
  });

  it("follows within a moment what another process writes", async () => {
    const { id } = await buildPost(server.node.url, author, { channelIds: [channelId] });
    await page(reader);
    await PostModel.collection.updateOne(
      { _id: new Types.ObjectId(id) },
      { $set: { body: "from elsewhere" } },
    );
    await vi.waitUntil(async () => (await page(reader))[0]!.body === "from elsewhere", 1_000);
  });
});
