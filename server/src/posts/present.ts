import type { Post, PostTombstone } from "@meridian/shared/posts";
import type { Me, PersonBrief } from "@meridian/shared/people";
import { briefsOf } from "../people/present.ts";
import type { StoredPost } from "./model.ts";

/** What everybody who may read the post sees: a tombstone unless it is visible. */
export async function presentPost(stored: StoredPost): Promise<Post> {
  const people = await briefsOf([stored.authorId, ...stored.repliers]);
  return present(stored, people, stored.state === "visible");
}

/** What `me` sees of these posts: of what moderators took out of sight only what is their own. */
export async function presentPostsFor(me: Pick<Me, "id">, posts: StoredPost[]): Promise<Post[]> {
  const people = await briefsOf(posts.flatMap((post) => [post.authorId, ...post.repliers]));
  return posts.map((post) => {
    const own = String(post.authorId) === me.id && isKept(post);
    return present(post, people, post.state === "visible" || own);
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

/** The post, or its tombstone: what of it stays where it can't be read. */
function present(stored: StoredPost, people: Map<string, PersonBrief>, whole: boolean): Post {
  const hidden = whole && stored.state !== "visible" ? stored.hidden : null;
  return {
    id: String(stored._id),
    rev: stored.rev,
    author: people.get(String(stored.authorId))!,
    channelIds: stored.channelIds.map(String),
    threadId: String(stored.threadId),
    isReply: stored.isReply,
    state: stored.state,
    body: whole ? stored.body : "",
    text: whole ? stored.text : [],
    mentions: whole ? stored.mentions.map(String) : [],
    createdAt: stored.createdAt.toISOString(),
    editedAt: (whole && stored.editedAt?.toISOString()) || null,
    reactions: whole ? groupReactions(stored.reactions) : [],
    replyCount: stored.replyCount,
    lastReplyAt: stored.lastReplyAt?.toISOString() ?? null,
    repliers: stored.repliers.map((id) => people.get(String(id))!),
    pinnedIn: stored.pinnedIn.map(String),
    locked: stored.locked,
    removedBy: stored.state === "removed" ? (stored.removedBy ?? "author") : null,
    hiddenReason: hidden?.reason ?? null,
    caseId: hidden?.caseId ? String(hidden.caseId) : null,
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
