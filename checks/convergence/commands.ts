import { casesApi } from "@meridian/shared/cases";
import { canPostIn, type Channel } from "@meridian/shared/channels";
import { rulesApi } from "@meridian/shared/companyRules";
import type { Me } from "@meridian/shared/people";
import { type Post, postsApi } from "@meridian/shared/posts";
import { reportsApi } from "@meridian/shared/reports";
import {
  addMember,
  followChannel,
  muteChannel,
  removeMember,
  unfollowChannel,
} from "../../client/src/channels/commands.ts";
import { type Channels, membersQuery } from "../../client/src/channels/queries.ts";
import { attempt } from "../../client/src/lib/attempt.ts";
import { queryClient } from "../../client/src/lib/cache.ts";
import { call } from "../../client/src/lib/call.ts";
import { nextPage } from "../../client/src/lib/nextPage.ts";
import {
  hidePost,
  markThread,
  removePost,
  toggleLock,
  togglePin,
  toggleReaction,
  toggleSaved,
  unhidePost,
} from "../../client/src/posts/commands.ts";
import { showPost } from "../../client/src/posts/events.ts";
import { sendPost } from "../../client/src/posts/outbox.ts";
import { markRead } from "../../client/src/posts/useReadMark.ts";
import type { Step, Verb } from "./schedule.ts";

/** What the commands find on a device's screens. */
export interface Sight {
  posts: () => Post[];
  me: () => Me;
  lists: () => Parameters<typeof nextPage>[0][];
  openThread: (id: string) => void;
}

type Command = (sight: Sight, step: Step) => Promise<unknown>;

/** The chosen one, if there is any. */
const one = <T>(all: T[], pick: number): T | undefined => all[Math.floor(pick * all.length)];

const channels = (): Channel[] => queryClient.getQueryData<Channels>(["channels"])?.channels ?? [];
const privateOnes = (): Channel[] => channels().filter((channel) => channel.private);

/** Does it to one of the posts that fit. */
const onPost =
  (
    fits: (post: Post, me: Me) => boolean,
    work: (post: Post, step: Step, me: Me) => Promise<unknown>,
  ): Command =>
  async (sight, step) => {
    const me = sight.me();
    const post = one(
      sight.posts().filter((its) => fits(its, me)),
      step.pick,
    );
    if (post) await work(post, step, me);
  };

const onChannel =
  (some: () => Channel[], work: (channel: Channel, step: Step) => Promise<unknown>): Command =>
  async (_sight, step) => {
    const channel = one(some(), step.pick);
    if (channel) await work(channel, step);
  };

const visible = ({ state }: Post) => state === "visible";
const mine = (post: Post, me: Me) => post.author.id === me.id && visible(post);
const others = (post: Post, me: Me) => post.author.id !== me.id && visible(post);
const removed: string[] = [];

export const commands: Record<Exclude<Verb, "cut" | "tunnel">, Command> = {
  post: async ({ me }, { pick, body }) => {
    const channel = one(
      channels().filter((its) => canPostIn(me(), its)),
      pick,
    );
    if (channel) await sendPost({ channelIds: [channel.id], threadId: null, body });
  },
  reply: onPost(visible, ({ channelIds, threadId }, { body }) => sendPost({ channelIds, threadId, body })),
  edit: onPost(mine, ({ id }, { body }) =>
    attempt(async () => showPost(await call(postsApi.edit, { id, body }))),
  ),
  remove: onPost(mine, async (post) => {
    if (await removePost(post)) removed.push(post.id);
  }),
  restore: async () => {
    const id = removed.pop();
    if (id) await attempt(async () => showPost(await call(postsApi.restore, { id })));
  },
  react: onPost(visible, (post, { pick }) => toggleReaction(post, pick < 0.5 ? "👍" : "🎉", false)),
  unreact: onPost(
    ({ reactions }, { id }) => reactions.some(({ personIds }) => personIds.includes(id)),
    (post, _step, { id }) =>
      toggleReaction(post, post.reactions.find(({ personIds }) => personIds.includes(id))!.emoji, true),
  ),
  hide: onPost(others, ({ id }) => hidePost(id, "Not here")),
  unhide: onPost(
    ({ state }) => state === "hidden",
    ({ id }) => unhidePost(id),
  ),
  lock: onPost((post) => !post.isReply, toggleLock),
  pin: onPost(
    (post) => !post.isReply && visible(post),
    (post) => togglePin(post, post.channelIds[0]!),
  ),
  save: onPost(visible, ({ id }, { pick }) => toggleSaved(id, pick < 0.3)),
  markThread: onPost(
    (post) => !post.isReply,
    ({ id }, { pick }) => markThread(id, one(["following", "muted", "none"] as const, pick)!),
  ),
  report: onPost(others, ({ id }, { body }) =>
    attempt(async () => {
      const { rules } = await call(rulesApi.list, {});
      await call(reportsApi.report, { target: { kind: "post", id }, ruleId: rules[0]!.id, note: body });
    }),
  ),
  move: (_sight, { pick, body }) =>
    attempt(async () => {
      const kase = one((await call(casesApi.list, {})).cases, pick);
      const channel = one(
        channels().filter((its) => its.kind === "topic" && !its.private),
        pick,
      );
      if (!kase || !channel) return;
      const { id, rev } = kase;
      await call(casesApi.act, { id, rev, actions: ["move"], channelId: channel.id, reason: body });
    }),
  join: onChannel(channels, followChannel),
  leave: onChannel(channels, unfollowChannel),
  mute: onChannel(channels, (channel, { body }) => muteChannel(channel, body.length % 2 === 0)),
  bringIn: onChannel(privateOnes, async ({ id }, { pick }) => {
    const known = new Map(
      queryClient
        .getQueriesData<{ pages: { posts: Post[] }[] }>({ queryKey: ["posts"] })
        .flatMap(([, list]) => list?.pages.flatMap(({ posts }) => posts) ?? [])
        .map(({ author }) => [author.id, author]),
    );
    const person = one([...known.values()], pick);
    if (person) await addMember(id, person);
  }),
  takeOut: onChannel(privateOnes, ({ id }, { pick }) =>
    attempt(async () => {
      const { members } = await queryClient.fetchQuery({ ...membersQuery(id), staleTime: 0 });
      const person = one(members, pick);
      if (person) await removeMember(id, person);
    }),
  ),
  read: onPost(
    (post) => !post.isReply,
    async ({ channelIds, createdAt }) => markRead(channelIds[0]!, createdAt),
  ),
  more: async ({ lists }, { pick }) => {
    const list = one(lists(), pick);
    if (list) await nextPage(list);
  },
  openThread: async ({ posts, openThread }, { pick }) => {
    const post = one(posts(), pick);
    if (post) openThread(post.threadId);
  },
};
