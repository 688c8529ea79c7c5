import { accountsApi } from "@meridian/shared/accounts";
import { channelsApi } from "@meridian/shared/channels";
import { postsApi } from "@meridian/shared/posts";
import { threadsApi } from "@meridian/shared/threads";
import { beforeAll, describe, expect, it } from "vitest";
import { AuditModel } from "../audit/model.ts";
import {
  buildChannel,
  buildCompany,
  buildPerson,
  buildPost,
  buildReply,
  type Signed,
} from "../test/build.ts";
import { listenAs, request, succeed, useServer } from "../test/startServer.ts";

const server = useServer();
let admin: Signed;

beforeAll(async () => {
  ({ admin } = await buildCompany());
});

const entriesAbout = async (id: string) =>
  (await AuditModel.find({ "target.id": id }).sort({ at: 1 }).lean()).map((entry) => entry.action);

async function openChannel() {
  const { url } = server.node;
  const [owner, follower, outsider] = [await buildPerson(), await buildPerson(), await buildPerson()];
  const channel = await buildChannel(url, owner);
  await succeed(url, channelsApi.follow, { id: channel.id }, follower.token);
  return { url, owner, follower, outsider, channel };
}

it("nobody who has left is brought into a private channel", async () => {
  const { url } = server.node;
  const [owner, gone] = [await buildPerson(), await buildPerson()];
  const { id } = await buildChannel(url, owner, { private: true });
  await succeed(url, accountsApi.deactivate, { id: gone.id }, admin.token);
  const add = (personId: string) => request(url, channelsApi.addMember, { id, personId }, owner.token);
  expect([(await add(gone.id)).status, (await add("0".repeat(24))).status]).toEqual([409, 404]);
  const { members } = await succeed(url, channelsApi.members, { id }, owner.token);
  expect(members.map((member) => member.id)).toEqual([owner.id]);
});

describe("the name of a private channel", () => {
  const named = (name: string, isPrivate: boolean) => ({ name, about: "", private: isPrivate });

  it("is open to whoever opens a channel, or renames one", async () => {
    const { url } = server.node;
    const [owner, stranger] = [await buildPerson(), await buildPerson()];
    const hidden = await buildChannel(url, owner, { name: "Layoffs 2027", private: true });
    const create = async (name: string, isPrivate: boolean) =>
      (await request(url, channelsApi.create, named(name, isPrivate), stranger.token)).status;
    const own = await buildChannel(url, stranger);
    const rename = { id: own.id, name: hidden.slug };
    expect((await request(url, channelsApi.edit, rename, stranger.token)).status).toBe(200);
    expect([await create("Layoffs 2027", true), await create("Layoffs 2027", false)]).toEqual([200, 200]);
    expect(await create("Layoffs 2027", false)).toBe(409);
  });

  it("may be changed to that of an open one", async () => {
    const { url } = server.node;
    const owner = await buildPerson();
    const { id, slug } = await buildChannel(url, owner, { name: "Quiet", private: true });
    const end = `--${id.slice(-6)}`;
    expect(slug).toBe(`quiet${end}`);
    const { name } = await buildChannel(url, owner, { name: "Loud" });
    const renamed = await succeed(url, channelsApi.edit, { id, name }, owner.token);
    expect(renamed.slug).toBe(`loud${end}`);
  });

  it("stays in its address when it was open before, until it is renamed", async () => {
    const { url } = server.node;
    const owner = await buildPerson();
    const { id, name, slug } = await buildChannel(url, owner, { name: "Plans" });
    await succeed(url, channelsApi.makePrivate, { id }, owner.token);
    const edit = async (change: object) =>
      (await succeed(url, channelsApi.edit, { id, ...change }, owner.token)).slug;
    expect(await edit({ name, about: "Still here" })).toBe(slug);
    expect(await edit({ name: "Other plans" })).toBe(`other-plans--${id.slice(-6)}`);
  });
});

describe("a channel that is made private", () => {
  it("stays with those who follow it, and everybody else loses it and all that stood in it", async () => {
    const { url, owner, follower, outsider, channel } = await openChannel();
    const post = await buildPost(url, follower, { channelIds: [channel.id], body: "before, #inside" });
    const reply = await buildReply(url, outsider, { id: post.id });
    await succeed(url, threadsApi.save, { id: post.id }, outsider.token);
    const inside = await listenAs(url, follower.token);
    const outside = await listenAs(url, outsider.token);
    const closed = await succeed(url, channelsApi.makePrivate, { id: channel.id }, owner.token);
    expect(closed.private).toBe(true);

    await outside.until((l) => l.heard("channel:gone").some(({ id }) => id === channel.id));
    await inside.until((l) => l.heard("channel:changed").some((one) => one.id === channel.id && one.private));
    const later = await buildPost(url, owner, { channelIds: [channel.id], body: "after" });
    await inside.until((l) => l.heard("post:created").some(({ id }) => id === later.id));
    await buildPost(url, outsider, {
      channelIds: [(await buildChannel(url, outsider)).id],
      body: "elsewhere",
    });
    await outside.until((l) => l.heard("post:created").some(({ body }) => body === "elsewhere"));
    expect(outside.transcript).not.toContain(later.id);
    expect(inside.heard("channel:gone")).toEqual([]);

    for (const id of [post.id, reply.id, later.id]) {
      expect((await request(url, postsApi.show, { id }, outsider.token)).status).toBe(404);
      expect((await request(url, postsApi.show, { id }, follower.token)).status).toBe(200);
    }
    expect((await request(url, channelsApi.show, { id: channel.id }, outsider.token)).status).toBe(404);
    expect((await request(url, channelsApi.follow, { id: channel.id }, outsider.token)).status).toBe(404);
    const tagged = await succeed(url, postsApi.hashtag, { tag: "inside" }, outsider.token);
    const saved = await succeed(url, postsApi.saved, {}, outsider.token);
    expect([tagged.posts, saved.posts]).toEqual([[], []]);
    const { channels } = await succeed(url, channelsApi.list, {}, admin.token);
    expect(channels.some(({ id }) => id === channel.id)).toBe(false);
    expect(await entriesAbout(channel.id)).toEqual(["channel:madePrivate"]);
    inside.close();
    outside.close();
  });

  it("is in no replay for those who were away and are not in it, and whole for those who are", async () => {
    const { url, owner, follower, outsider, channel } = await openChannel();
    const before = await listenAs(url, outsider.token);
    await buildPost(url, owner, { channelIds: [channel.id], body: "mark" });
    await before.until((l) => l.heard("post:created").length > 0);
    const { from } = before.frames[0]!;
    before.close();
    const post = await buildPost(url, owner, { channelIds: [channel.id], body: "secret by now" });
    await succeed(url, channelsApi.makePrivate, { id: channel.id }, owner.token);
    const [stranger, member] = [
      await listenAs(url, outsider.token, from),
      await listenAs(url, follower.token, from),
    ];
    await stranger.until((l) => l.heard("channel:gone").some(({ id }) => id === channel.id));
    await member.until((l) => l.heard("post:created").some(({ id }) => id === post.id));
    expect([stranger.states, member.states]).toEqual([["ready"], ["ready"]]);
    expect(stranger.transcript).not.toContain("secret by now");
    stranger.close();
    member.close();
  });

  it("keeps what stands in an open channel too open there", async () => {
    const { url, owner, outsider, channel } = await openChannel();
    const other = await buildChannel(url, owner);
    const post = await buildPost(url, owner, { channelIds: [channel.id, other.id] });
    await succeed(url, channelsApi.makePrivate, { id: channel.id }, owner.token);
    const shown = await succeed(url, postsApi.show, { id: post.id }, outsider.token);
    expect(shown.channelIds).toEqual([other.id]);
  });

  it("lets no post slip out that is written in the same moment", async () => {
    for (let round = 0; round < 8; round += 1) {
      const { url, owner, follower, outsider, channel } = await openChannel();
      const posts = [1, 2, 3, 4].map(() => buildPost(url, follower, { channelIds: [channel.id] }));
      await Promise.all([...posts, succeed(url, channelsApi.makePrivate, { id: channel.id }, owner.token)]);
      for (const { id } of await Promise.all(posts)) {
        expect((await request(url, postsApi.show, { id }, outsider.token)).status).toBe(404);
      }
    }
  });

  it("is a topic, and closed by those who keep it in order", async () => {
    const { url, follower, channel } = await openChannel();
    expect((await request(url, channelsApi.makePrivate, { id: channel.id }, follower.token)).status).toBe(
      403,
    );
    const { channels } = await succeed(url, channelsApi.list, {}, admin.token);
    const regional = channels.find(({ kind }) => kind === "office")!;
    expect((await request(url, channelsApi.makePrivate, { id: regional.id }, admin.token)).status).toBe(403);
  });
});

it("the channel for everybody is followed by newcomers whatever its name is, and no other takes its place", async () => {
  const { url } = server.node;
  const { channels } = await succeed(url, channelsApi.list, {}, admin.token);
  const { id } = channels.find(({ slug }) => slug === "everyone")!;
  const edited = await succeed(url, channelsApi.edit, { id, name: "All hands" }, admin.token);
  expect(edited).toMatchObject({ name: "All hands", slug: "everyone" });
  const draft = { name: "Everyone", about: "", private: false };
  expect((await request(url, channelsApi.create, draft, admin.token)).status).toBe(409);
  const newcomer = await buildPerson();
  const { memberships } = await succeed(url, channelsApi.list, {}, newcomer.token);
  expect(memberships.map(({ channelId }) => channelId)).toContain(id);
});

describe("owners of a channel", () => {
  it("are named by an admin or an owner, and keep it in order then", async () => {
    const { url, owner, follower, outsider, channel } = await openChannel();
    const edit = async (who: Signed) =>
      (await request(url, channelsApi.edit, { id: channel.id, about: `by ${who.id}` }, who.token)).status;
    expect(await edit(follower)).toBe(403);
    const naming = { id: channel.id, personId: follower.id };
    expect((await request(url, channelsApi.addOwner, naming, outsider.token)).status).toBe(403);
    const listener = await listenAs(url, outsider.token);
    const named = await succeed(url, channelsApi.addOwner, naming, admin.token);
    await succeed(url, channelsApi.addOwner, naming, owner.token);
    expect(named.ownerIds).toEqual([follower.id]);
    await listener.until((l) => l.heard("channel:changed").some((one) => one.ownerIds.includes(follower.id)));
    expect(await edit(follower)).toBe(200);
    await succeed(url, channelsApi.removeOwner, naming, follower.token);
    expect(await edit(follower)).toBe(403);
    expect(await entriesAbout(channel.id)).toEqual(["channel:owners", "channel:edited", "channel:owners"]);
    listener.close();
  });

  it("of a private channel are members of it", async () => {
    const { url, owner, outsider, channel } = await openChannel();
    await succeed(url, channelsApi.makePrivate, { id: channel.id }, owner.token);
    const naming = { id: channel.id, personId: outsider.id };
    expect((await request(url, channelsApi.addOwner, naming, owner.token)).status).toBe(409);
    await succeed(url, channelsApi.addMember, naming, owner.token);
    expect((await request(url, channelsApi.addOwner, naming, owner.token)).status).toBe(200);
  });
});
