import { casesApi } from "@meridian/shared/cases";
import type { ContentState } from "@meridian/shared/caseStates";
import { channelsApi } from "@meridian/shared/channels";
import { noticesApi } from "@meridian/shared/notices";
import { peopleApi } from "@meridian/shared/people";
import { type Post, postsApi } from "@meridian/shared/posts";
import { reportsApi } from "@meridian/shared/reports";
import { threadsApi } from "@meridian/shared/threads";
import { beforeAll, describe, expect, it } from "vitest";
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
let second: Signed;
let author: Signed;
let reader: Signed;

beforeAll(async () => {
  ({ admin } = await buildCompany());
  second = await buildPerson({ role: "admin" });
  author = await buildPerson();
  reader = await buildPerson();
});

interface Scene {
  /** Stands in every text, tag and link of this scene and in no other. */
  mark: string;
  channelId: string;
  root: Post;
  reply: Post;
}

let scenes = 0;

/** A post and a reply under another one, edited, tagged, with a link, naming the reader, saved and pinned. */
async function stage(): Promise<Scene> {
  const { url } = server.node;
  const channel = await buildChannel(url, admin);
  for (const who of [reader, author]) await succeed(url, channelsApi.follow, { id: channel.id }, who.token);
  scenes += 1;
  const mark = `canary${scenes}mark`;
  const say = (what: string) =>
    `${mark} ${what} #${mark}${what} https://${mark}.example/${what} @${reader.person.handle}`;
  const root = await buildPost(url, author, { channelIds: [channel.id], body: say("first") });
  await succeed(url, postsApi.edit, { id: root.id, body: say("root") }, author.token);
  const other = await buildPost(url, reader, { channelIds: [channel.id], body: "harmless" });
  const reply = await buildReply(url, author, { id: other.id, body: say("reply") });
  await buildReply(url, reader, { id: other.id, body: "also harmless" });
  for (const { id } of [root, reply]) await succeed(url, threadsApi.save, { id }, reader.token);
  await succeed(url, postsApi.pin, { id: root.id, channelId: channel.id }, admin.token);
  return { mark, channelId: channel.id, root, reply };
}

/** Everything that somebody can ask for that could hold a post, as one text. */
async function allPaths(who: Signed, { mark, channelId, root, reply }: Scene): Promise<string> {
  const { url } = server.node;
  const { token } = who;
  const officeId = String(author.person.officeId);
  const calls: [Parameters<typeof request>[1], object][] = [
    [postsApi.home, {}],
    [postsApi.channel, { id: channelId }],
    [postsApi.pinned, { id: channelId }],
    [postsApi.office, { id: officeId }],
    [postsApi.person, { id: author.id }],
    [postsApi.hashtag, { tag: `${mark}root` }],
    [postsApi.hashtag, { tag: `${mark}reply` }],
    [postsApi.hashtags, { q: mark }],
    [postsApi.mentions, {}],
    [postsApi.threads, {}],
    [postsApi.saved, {}],
    [postsApi.show, { id: root.id }],
    [postsApi.show, { id: reply.id }],
    [postsApi.history, { id: root.id }],
    [postsApi.history, { id: reply.id }],
    [threadsApi.replies, { id: root.id }],
    [threadsApi.replies, { id: reply.threadId }],
    [threadsApi.replies, { id: reply.threadId, around: reply.id }],
    [peopleApi.show, { id: author.id }],
    [noticesApi.list, {}],
    [reportsApi.mine, {}],
  ];
  const answers = await Promise.all(calls.map(([endpoint, input]) => request(url, endpoint, input, token)));
  return JSON.stringify(answers.map((answer) => answer.body));
}

async function take(target: Post, actions: ("hold" | "hide" | "remove")[]) {
  const { url } = server.node;
  await buildReport(url, reader, { kind: "post", id: target.id });
  const { cases } = await succeed(url, casesApi.list, { order: "newest" }, admin.token);
  const { id, rev } = cases.find((row) => row.target.id === target.id)!;
  return succeed(url, casesApi.act, { id, rev, actions, reason: "against the rules" }, admin.token);
}

describe("what is taken out of sight", () => {
  it.each([
    ["hold", "held"],
    ["hide", "hidden"],
    ["remove", "removed"],
  ] as const)(
    "by %s is on no path, in no count and no frame, and all of it comes back",
    async (action, state) => {
      const { url } = server.node;
      const scene = await stage();
      const { mark, root, reply } = scene;
      const unread = async () => {
        const { channels, mentions } = await succeed(url, channelsApi.unread, {}, reader.token);
        const here = channels.find((one) => one.channelId === scene.channelId)!;
        return [...here.posts, ...mentions.posts].map(({ id }) => id);
      };
      const thread = async () => succeed(url, postsApi.show, { id: reply.threadId }, reader.token);
      const before = await allPaths(reader, scene);
      expect(before.split(mark).length).toBeGreaterThan(15);
      const [unreadBefore, threadBefore] = [await unread(), await thread()];
      expect(threadBefore.replyCount).toBe(2);
      const live = await listenAs(url, reader.token);
      const place = await positionBefore(live);

      const [caseOfRoot, caseOfReply] = [await take(root, [action]), await take(reply, [action])];
      const gone = (l: typeof live) =>
        l.heard("post:removed").filter(({ id }) => [root.id, reply.id].includes(id));
      await live.until((l) => gone(l).length === 2);
      for (const who of [reader, admin, second]) expect(await allPaths(who, scene)).not.toContain(mark);
      expect(await allPaths(reader, scene)).not.toMatch(/canary(root|reply|first)\d|canary\.example/);
      // what is held leaves no trace: nobody may ever have seen it
      const traces = stable(await allPaths(reader, scene));
      expect(traces.includes(root.id) || traces.includes(`"id":"${reply.id}"`)).toBe(action !== "hold");
      const kept = unreadBefore.filter((id) => id !== root.id && id !== reply.id);
      expect(await unread()).toEqual(kept);
      expect(await thread()).toMatchObject({ replyCount: 1, repliers: [{ id: reader.id }] });
      expect(live.transcript).not.toContain(mark);
      // whoever comes back now is not told of it either
      const late = await listenAs(url, reader.token, place);
      expect(late.states).toEqual(["ready"]);
      expect(late.transcript).not.toContain(mark);
      // its author still sees it, with the decision to appeal
      const own = await succeed(url, postsApi.show, { id: root.id }, author.token);
      expect(own).toMatchObject({ state, caseId: caseOfRoot.id, hiddenReason: "against the rules" });
      expect(own.body).toContain(`${mark} root`);

      for (const kase of [caseOfRoot, caseOfReply]) {
        const fresh = await succeed(url, casesApi.show, { id: kase.id }, second.token);
        const seen = { id: kase.id, rev: fresh.rev, reason: "A mistake" };
        if (action === "hold")
          await succeed(url, casesApi.act, { ...seen, actions: ["dismiss"] }, second.token);
        else await succeed(url, casesApi.reverse, seen, second.token);
      }
      expect(stable(await allPaths(reader, scene))).toBe(stable(before));
      expect(await unread()).toEqual(unreadBefore);
      const threadAfter = await thread();
      expect(threadAfter).toEqual({ ...threadBefore, rev: threadAfter.rev });
      await live.until((l) => l.heard("post:changed").some(({ body }) => body.includes(`${mark} reply`)));
      live.close();
      late.close();
    },
  );

  it("is a tombstone that says whose hand it was", async () => {
    const { url } = server.node;
    const scene = await stage();
    const [mine, theirs] = [scene.reply, scene.root];
    await succeed(url, postsApi.remove, { id: mine.id }, author.token);
    await take(theirs, ["remove"]);
    const states = await Promise.all(
      [mine, theirs].map(async ({ id }) => {
        const { state, removedBy } = await succeed(url, postsApi.show, { id }, reader.token);
        return [state, removedBy] as [ContentState, string];
      }),
    );
    expect(states).toEqual([
      ["removed", "author"],
      ["removed", "moderator"],
    ]);
    expect((await request(url, postsApi.restore, { id: theirs.id }, author.token)).status).toBe(409);
    const reply = { id: theirs.id, key: "under-a-tombstone", body: "but why" };
    expect((await request(url, threadsApi.reply, reply, reader.token)).status).toBe(409);
  });
});

/** Where the stream stands, heard by somebody who listens already. */
async function positionBefore(listener: Awaited<ReturnType<typeof listenAs>>): Promise<string> {
  const marker = await buildChannel(server.node.url, admin);
  await listener.until((l) => l.heard("channel:changed").some(({ id }) => id === marker.id));
  return listener.frames.at(-1)!.to;
}

/** Without what may have moved on: revs, and the notices and reports that came of it. */
const stable = (text: string) => {
  const answers = JSON.parse(text) as unknown[];
  return JSON.stringify(answers.slice(0, -2)).replaceAll(/"rev":\d+/g, "");
};
