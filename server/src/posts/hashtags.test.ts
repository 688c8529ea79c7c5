import { channelsApi } from "@meridian/shared/channels";
import { postsApi } from "@meridian/shared/posts";
import { beforeAll, describe, expect, it } from "vitest";
import {
  buildChannel,
  buildCompany,
  buildPerson,
  buildPost,
  buildPosts,
  type Signed,
} from "../test/build.ts";
import { succeed, useServer } from "../test/startServer.ts";

const server = useServer();
let author: Signed;
let reader: Signed;

/** 1,200 posts with a hashtag: the oldest one with #retro, the newest twenty with #release, all others with #reading. */
beforeAll(async () => {
  await buildCompany();
  [author, reader] = [await buildPerson(), await buildPerson()];
  await buildPosts({
    count: 3_600,
    authors: [author],
    channels: [await buildChannel(server.node.url, author)],
    mention: author,
    hashtag: (at) => (at === 0 ? "retro" : at < 3_540 ? "reading" : "release"),
    from: new Date(Date.now() - 86_400_000),
  });
});

const offered = async (who: Signed, q: string) =>
  (await succeed(server.node.url, postsApi.hashtags, { q }, who.token)).tags.map(({ tag }) => tag);

describe("a hashtag that is begun", () => {
  it("is completed to what is used most lately, however often another one is used, then to older ones", async () => {
    expect(await offered(reader, "re")).toEqual(["reading", "release", "retro"]);
    expect(await offered(reader, "REL")).toEqual(["release"]);
    expect(await offered(reader, "")).toEqual(["reading", "release", "retro"]);
    expect(await offered(reader, "x")).toEqual([]);
  });

  it("is completed to what stands in a private channel for its members only, and to nothing that was removed", async () => {
    const { url } = server.node;
    const secret = await buildChannel(url, author, { private: true });
    await buildPost(url, author, { channelIds: [secret.id], body: "#secret" });
    const open = await buildChannel(url, author);
    const { id } = await buildPost(url, author, { channelIds: [open.id], body: "#secretly" });
    expect([await offered(author, "sec"), await offered(reader, "sec")]).toEqual([
      ["secret", "secretly"],
      ["secretly"],
    ]);
    await succeed(url, postsApi.remove, { id }, author.token);
    await succeed(url, channelsApi.addMember, { id: secret.id, personId: reader.id }, author.token);
    expect(await offered(reader, "sec")).toEqual(["secret"]);
  });
});
