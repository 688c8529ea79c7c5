import type { Post, PostTombstone } from "@meridian/shared/posts";
import type { Me, PersonBrief } from "@meridian/shared/people";
import { briefsOf } from "../people/present.ts";
import type { StoredPost } from "./model.ts";

/** What everybody who may read the post sees: a tombstone unless it is visible. */
export async function presentPost(stored: StoredPost): Promise<Post> {
  const people = await briefsOf([stored.authorId, ...stored.repliers]);
  return stored.state === "visible" ? wholePost(stored, people) : tombstone(stored, people);
}

/** What `me` sees of these posts: of what moderators took out of sight only what is their own. */
export async function presentPostsFor(me: Pick<Me, "id">, posts: StoredPost[]): Promise<Post[]> {
  const people = await briefsOf(posts.flatMap((post) => [post.authorId, ...post.repliers]));
  return posts.map((post) => {
    const own = String(post.authorId) === me.id && isKept(post);
    return post.state === "visible" || own ? wholePost(post, people) : tombstone(post, people);
  });
}

export const presentPostFor = async (me: Pick<Me, "id">, post: StoredPost): Promise<Post> =>
  (await presentPostsFor(me, [post]))[0]!;

/** Whether its author still sees what it says: until they removed it, or it was erased. */
export const isKept = (stored: StoredPost): boolean =>
  stored.state !== "purged" && (stored.state !== "removed" || stored.removedBy === "moderator");

export async function presentTombstone(stored: StoredPost): Promise<PostTombstone> {
  // what is held leaves no trace, unless replies stand under it
  const trace =
    stored.state === "held"
      ? stored.replyCount > 0
      : stored.listed || (stored.isReply && leavesTrace(stored));
  return {
    id: String(stored._id),
    rev: stored.rev,
    threadId: String(stored.threadId),
    channelIds: stored.channelIds.map(String),
    post: trace ? await presentPost(stored) : null,
  };
}

const leavesTrace = (stored: StoredPost) => stored.state !== "removed" || stored.removedBy === "moderator";

function wholePost(stored: StoredPost, people: Map<string, PersonBrief>): Post {
  return {
    ...tombstone(stored, people),
    body: stored.body,
    text: stored.text,
    mentions: stored.mentions.map(String),
    editedAt: stored.editedAt?.toISOString() ?? null,
    reactions: groupReactions(stored.reactions),
    ...(stored.state !== "visible" && {
      hiddenReason: stored.hidden?.reason ?? null,
      caseId: stored.hidden?.caseId ? String(stored.hidden.caseId) : null,
    }),
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
    removedBy: stored.state === "removed" ? (stored.removedBy ?? "author") : null,
    hiddenReason: null,
    caseId: null,
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
