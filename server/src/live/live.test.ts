import { channelsApi } from "@meridian/shared/channels";
import { peopleApi } from "@meridian/shared/people";
import { postsApi } from "@meridian/shared/posts";
import { sessionsApi } from "@meridian/shared/sessions";
import { threadsApi } from "@meridian/shared/threads";
import { beforeAll, describe, expect, it } from "vitest";
import {
  buildChannel,
  buildCompany,
  buildPerson,
  buildPost,
  buildReply,
  type Signed,
  signIn,
} from "../test/build.ts";
import { Listener, listenAs, request, succeed, useServer } from "../test/startServer.ts";

const server = useServer();
let admin: Signed;
let author: Signed;
let open: string;

beforeAll(async () => {
  ({ admin } = await buildCompany());
  author = await buildPerson({ city: "Sydney" });
  open = (await buildChannel(server.node.url, author)).id;
});

/** A place in the stream as every answer names it. */
async function positionNow(): Promise<string> {
  const { headers } = await request(server.node.url, peopleApi.me, {}, author.token);
  return headers.get("meridian-position")!;
}

describe("a socket that comes back", () => {
  it("hears what it missed, in order, each record in its newest state, then that it is live", async () => {
    const { url } = server.node;
    const reader = await buildPerson();
    const cursor = await positionNow();
    const first = await buildPost(url, author, { channelIds: [open], body: "first" });
    const second = await buildPost(url, author, { channelIds: [open], body: "canary-edited-away" });
    await succeed(url, postsApi.edit, { id: second.id, body: "second" }, author.token);
    await waitForTail();
    const listener = await listenAs(url, reader.token, cursor);
    expect(listener.states).toEqual(["ready"]);
    const posts = listener.events.filter(
      (event) => event.type === "post:created" || event.type === "post:changed",
    );
    expect(posts.map((event) => event.data)).toMatchObject([
      { id: first.id },
      { id: second.id, body: "second" },
      { body: "marker" },
    ]);
    expect(listener.transcript).not.toContain("canary");
    listener.close();
  });

  it("on another node hears the same", async () => {
    const { url } = server.node;
    const other = await server.startAnother();
    const reader = await buildPerson();
    const cursor = await positionNow();
    const post = await buildPost(url, author, { channelIds: [open] });
    await waitForTail();
    const listener = await listenAs(other.url, reader.token, cursor);
    await listener.until((l) => l.heard("post:created").some((one) => one.id === post.id), "the replay");
    expect(listener.states).toEqual(["ready"]);
    listener.close();
  });

  it("with a place that nobody knows any more is told to fetch everything", async () => {
    const { url } = server.node;
    for (const cursor of ["00", "8200000001", undefined]) {
      const listener = await listenAs(url, author.token, cursor);
      expect(listener.states).toEqual(["resync"]);
      listener.close();
    }
  });

  it("hears a hidden post as a tombstone, its author alone the whole", async () => {
    const { url } = server.node;
    const reader = await buildPerson();
    const cursor = await positionNow();
    const post = await buildPost(url, author, { channelIds: [open], body: "canary-hidden" });
    await succeed(url, postsApi.hide, { id: post.id, reason: "off topic" }, admin.token);
    await waitForTail();
    const listener = await listenAs(url, reader.token, cursor);
    const boss = await listenAs(url, admin.token, cursor);
    const own = await listenAs(url, author.token, cursor);
    expect(listener.heard("post:removed")).toMatchObject([
      { id: post.id, post: { state: "hidden", body: "" } },
    ]);
    for (const other of [listener, boss]) expect(other.transcript).not.toContain("canary-hidden");
    expect(own.heard("post:changed").at(-1)).toMatchObject({
      body: "canary-hidden",
      hiddenReason: "off topic",
    });
    expect((await succeed(url, postsApi.show, { id: post.id }, reader.token)).body).toBe("");
    expect((await succeed(url, postsApi.show, { id: post.id }, author.token)).body).toBe("canary-hidden");
    await succeed(url, postsApi.unhide, { id: post.id }, admin.token);
    await listener.until(
      (l) => l.heard("post:changed").some((one) => one.body === "canary-hidden"),
      "the restored post",
    );
    listener.close();
    boss.close();
    own.close();
  });
});

describe("authority", () => {
  it("ends at once with the session: signed out here, everywhere, or by a new password", async () => {
    const { url } = server.node;
    const person = await buildPerson();
    const second = await signIn(person.person);
    const listeners = await Promise.all([listenAs(url, person.token), listenAs(url, second.token)]);
    await succeed(url, sessionsApi.signOut, {}, person.token);
    await listeners[0]!.until((l) => l.states.includes("closed"), "the first to close", 2_000);
    expect(listeners[1]!.states).not.toContain("closed");
    await succeed(url, sessionsApi.signOutEverywhere, {}, second.token);
    await listeners[1]!.until((l) => l.states.includes("closed"), "the second to close", 2_000);
    for (const { token } of [person, second]) {
      expect((await request(url, peopleApi.me, {}, token)).status).toBe(401);
    }
  });

  it("of a suspended person ends on every node within two seconds, with the reason at the door", async () => {
    const { url } = server.node;
    const other = await server.startAnother();
    const person = await buildPerson();
    const listeners = [await listenAs(url, person.token), await listenAs(other.url, person.token)];
    await succeed(url, peopleApi.suspend, { id: person.id, reason: "cooling off", until: null }, admin.token);
    for (const listener of listeners)
      await listener.until((l) => l.states.includes("closed"), "it to close", 2_000);
    const post = { key: "after-suspension", channelIds: [open], body: "no" };
    expect((await request(url, postsApi.create, post, person.token)).ok).toBe(false);
    const again = new Listener(url, person.token);
    await again.until((l) => l.states.includes("refused"), "the refusal");
    again.close();
  });

  it("of a lead reaches their own office's channel and no other", async () => {
    const { url } = server.node;
    const berlin = await buildPerson({ city: "Berlin" });
    await succeed(
      url,
      peopleApi.edit,
      { id: berlin.id, leads: [String(berlin.person.officeId)] },
      admin.token,
    );
    const { channels } = await succeed(url, channelsApi.list, {}, berlin.token);
    const home = channels.find((channel) => channel.slug === "berlin")!;
    const away = channels.find((channel) => channel.slug === "sydney")!;
    const mine = await buildPost(url, author, { channelIds: [home.id] });
    const theirs = await buildPost(url, author, { channelIds: [away.id] });
    expect(
      (await succeed(url, postsApi.pin, { id: mine.id, channelId: home.id }, berlin.token)).pinnedIn,
    ).toEqual([home.id]);
    expect(
      (await request(url, postsApi.pin, { id: theirs.id, channelId: away.id }, berlin.token)).status,
    ).toBe(403);
    expect((await succeed(url, postsApi.hide, { id: mine.id, reason: "x" }, berlin.token)).state).toBe(
      "hidden",
    );
    expect((await request(url, postsApi.hide, { id: theirs.id, reason: "x" }, berlin.token)).status).toBe(
      403,
    );
  });

  it("over a locked thread is kept at the same moment as a reply", async () => {
    const { url } = server.node;
    const post = await buildPost(url, author, { channelIds: [open] });
    await buildReply(url, author, { id: post.id });
    await succeed(url, postsApi.lock, { id: post.id }, admin.token);
    const reply = { id: post.id, key: "too-late-reply", body: "x" };
    expect(await request(url, threadsApi.reply, reply, author.token)).toMatchObject({
      status: 409,
      body: { code: "locked" },
    });
    expect((await request(url, postsApi.edit, { id: post.id, body: "x" }, author.token)).status).toBe(409);
  });
});

/** Until the tail has told what was committed before. */
async function waitForTail(): Promise<void> {
  const listener = await listenAs(server.node.url, author.token);
  const marker = await buildPost(server.node.url, author, { channelIds: [open], body: "marker" });
  await listener.until((l) => l.heard("post:created").some((one) => one.id === marker.id), "the tail");
  listener.close();
}
