import type { Post, PostTombstone } from "@meridian/shared/posts";
import { canModeratePost } from "@meridian/shared/posts";
import type { Me, PersonBrief } from "@meridian/shared/people";
import { loadChannels } from "../channels/access.ts";
import { briefsOf } from "../people/present.ts";
import type { StoredPost } from "./model.ts";

/** What everybody who may read the post sees: a tombstone once it is removed or hidden. */
export async function presentPost(stored: StoredPost): Promise<Post> {
  const people = await briefsOf([stored.authorId, ...stored.repliers]);
  return stored.state === "visible" ? wholePost(stored, people) : tombstone(stored, people);
}

/** What `me` sees of these posts: a hidden one whole if it is their own or theirs to moderate. */
export async function presentPostsFor(me: Me, posts: StoredPost[]): Promise<Post[]> {
  const people = await briefsOf(posts.flatMap((post) => [post.authorId, ...post.repliers]));
  const hidden = posts.filter((post) => post.state === "hidden");
  const channels = new Map(
    (hidden.length > 0 ? await loadChannels(hidden.flatMap((post) => post.channelIds)) : []).map(
      (channel) => [channel.id, channel],
    ),
  );
  return posts.map((post) => {
    if (post.state === "visible") return wholePost(post, people);
    const its = post.channelIds.flatMap((id) => channels.get(String(id)) ?? []);
    const mayRead = post.state === "hidden" && (String(post.authorId) === me.id || canModeratePost(me, its));
    return mayRead ? wholePost(post, people) : tombstone(post, people);
  });
}

export const presentPostFor = async (me: Me, post: StoredPost): Promise<Post> =>
  (await presentPostsFor(me, [post]))[0]!;

/** Whole, whatever its state: for its author and its moderators. */
export async function presentWhole(stored: StoredPost): Promise<Post> {
  return wholePost(stored, await briefsOf([stored.authorId, ...stored.repliers]));
}

export async function presentTombstone(stored: StoredPost): Promise<PostTombstone> {
  return {
    id: String(stored._id),
    rev: stored.rev,
    threadId: String(stored.threadId),
    channelIds: stored.channelIds.map(String),
    post: stored.listed || (stored.isReply && stored.state === "hidden") ? await presentPost(stored) : null,
  };
}

function wholePost(stored: StoredPost, people: Map<string, PersonBrief>): Post {
  return {
    ...tombstone(stored, people),
    body: stored.body,
    text: stored.text,
    mentions: stored.mentions.map(String),
    editedAt: stored.editedAt?.toISOString() ?? null,
    reactions: groupReactions(stored.reactions),
    hiddenReason: stored.hidden?.reason ?? null,
  };
}

function tombstone(stored: StoredPost, people: Map<string, PersonBrief>): Post {
  return {
    id: String(stored._id),
    rev: stored.rev,
    author: people.get(String(stored.authorId))!,
    channelIds: stored.channelIds.map(String),
    threadId: String(stored.threadId),
    isReply: stored.isReply,
    state: stored.state,
    body: "",
    text: [],
    mentions: [],
    createdAt: stored.createdAt.toISOString(),
    editedAt: null,
    reactions: [],
    replyCount: stored.replyCount,
    lastReplyAt: stored.lastReplyAt?.toISOString() ?? null,
    repliers: stored.repliers.map((id) => people.get(String(id))!),
    pinnedIn: stored.pinnedIn.map(String),
    locked: stored.locked,
    hiddenReason: null,
  };
}

/** In the order in which each emoji was first used. */
function groupReactions(reactions: StoredPost["reactions"]): Post["reactions"] {
  const byEmoji = new Map<string, string[]>();
  for (const { emoji, personId } of reactions) {
    byEmoji.set(emoji, [...(byEmoji.get(emoji) ?? []), String(personId)]);
  }
  return [...byEmoji].map(([emoji, personIds]) => ({ emoji, personIds }));
}
