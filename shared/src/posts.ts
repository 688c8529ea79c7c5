import * as z from "zod/mini";
import { canModerateChannel, type Channel } from "./channels.ts";
import { ContentState } from "./caseStates.ts";
import { endpoint } from "./endpoint.ts";
import { limits } from "./limits.ts";
import { type Actor, PersonBrief } from "./people.ts";
import { Id, Instant, Limit, line, Nothing, PageCursor, paragraphs } from "./shape.ts";
import { Block } from "./text.ts";

/** Held: moderators have yet to look. Removed by its author or by a moderator: `removedBy` says which. */
export const PostState = ContentState;

export const Reaction = z.strictObject({ emoji: z.string(), personIds: z.array(Id) });
export type Reaction = z.infer<typeof Reaction>;

/**
 * A post or a reply. A tombstone (removed, purged, or held or hidden from this reader) carries no text, mentions or
 * reactions. Of what moderators took out of sight its author alone still sees the text here, others on the desk.
 */
export const Post = z.strictObject({
  id: Id,
  rev: z.int(),
  author: PersonBrief,
  /** Where it was posted; a reply has the channels of its thread. */
  channelIds: z.array(Id),
  /** The first post of its thread; its own id when it is that. */
  threadId: Id,
  isReply: z.boolean(),
  state: PostState,
  body: z.string(),
  text: z.array(Block),
  mentions: z.array(Id),
  createdAt: Instant,
  editedAt: z.nullable(Instant),
  reactions: z.array(Reaction),
  replyCount: z.int(),
  lastReplyAt: z.nullable(Instant),
  /** The last people who replied, newest first, three at most. */
  repliers: z.array(PersonBrief),
  pinnedIn: z.array(Id),
  locked: z.boolean(),
  /** For a removed one. */
  removedBy: z.nullable(z.enum(["author", "moderator"])),
  /** Why it is held, hidden or removed by a moderator: for its author only. */
  hiddenReason: z.nullable(z.string()),
  /** The decision about it, to read and to appeal: for its author only. */
  caseId: z.nullable(Id),
});
export type Post = z.infer<typeof Post>;

/** A post that is no longer there for its receiver. With replies it stays as a tombstone (`post` is set). */
export const PostTombstone = z.strictObject({
  id: Id,
  rev: z.int(),
  threadId: Id,
  channelIds: z.array(Id),
  post: z.nullable(Post),
});
export type PostTombstone = z.infer<typeof PostTombstone>;

/** Newest first. `next` asks for the page that follows, null at the end. */
export const PostPage = z.strictObject({ posts: z.array(Post), next: z.nullable(z.string()) });
export type PostPage = z.infer<typeof PostPage>;

/** Made by the client and unique with its author, so that sending again finds the first post. */
export const PostKey = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{8,64}$/, "must be 8 to 64 letters and digits"));

export const PostBody = paragraphs(limits.postCharacters).check(
  z.refine((text) => text.trim() !== "", "must not be empty"),
);

export const NewPost = z.strictObject({
  key: PostKey,
  channelIds: z
    .array(Id)
    .check(
      z.minLength(1, "needs at least one channel"),
      z.maxLength(limits.channelsPerPost, `can go to ${limits.channelsPerPost} channels at once`),
    ),
  body: PostBody,
});
export type NewPost = z.infer<typeof NewPost>;

export const EditPost = z.strictObject({ id: Id, body: PostBody });
export type EditPost = z.infer<typeof EditPost>;

export const PostVersion = z.strictObject({ body: z.string(), text: z.array(Block), at: Instant });
export type PostVersion = z.infer<typeof PostVersion>;

const page = { before: z.optional(PageCursor), limit: Limit };
const ById = z.strictObject({ id: Id });

/** Letters, digits and underscore of any script, as written after the #, in lower case. */
export const Hashtag = z.string().check(z.regex(/^[\p{L}\p{N}_]{1,50}$/u, "is not a hashtag"));

export const postsApi = {
  create: endpoint("POST", "/posts", NewPost, Post),
  show: endpoint("GET", "/posts/:id", ById, Post),
  edit: endpoint("PATCH", "/posts/:id", EditPost, Post),
  remove: endpoint("DELETE", "/posts/:id", ById, Nothing),
  /** Takes a removal back, by its author and within some seconds. */
  restore: endpoint("POST", "/posts/:id/restore", ById, Post),
  history: endpoint("GET", "/posts/:id/history", ById, z.strictObject({ versions: z.array(PostVersion) })),
  channel: endpoint("GET", "/channels/:id/posts", z.strictObject({ id: Id, ...page }), PostPage),
  pinned: endpoint("GET", "/channels/:id/pinned", ById, z.strictObject({ posts: z.array(Post) })),
  home: endpoint("GET", "/home", z.strictObject(page), PostPage),
  office: endpoint("GET", "/offices/:id/posts", z.strictObject({ id: Id, ...page }), PostPage),
  person: endpoint("GET", "/people/:id/posts", z.strictObject({ id: Id, ...page }), PostPage),
  hashtag: endpoint("GET", "/hashtags/:tag/posts", z.strictObject({ tag: Hashtag, ...page }), PostPage),
  mentions: endpoint("GET", "/mentions", z.strictObject(page), PostPage),
  /** The threads that I follow and that have replies, the last answered first. */
  threads: endpoint("GET", "/threads", z.strictObject(page), PostPage),
  saved: endpoint("GET", "/saved", z.strictObject(page), PostPage),
  hashtags: endpoint(
    "GET",
    "/hashtags",
    z.strictObject({ q: z.optional(z.string().check(z.maxLength(50))) }),
    z.strictObject({ tags: z.array(z.strictObject({ tag: z.string(), count: z.int() })) }),
  ),
  pin: endpoint("PUT", "/posts/:id/pins/:channelId", z.strictObject({ id: Id, channelId: Id }), Post),
  unpin: endpoint("DELETE", "/posts/:id/pins/:channelId", z.strictObject({ id: Id, channelId: Id }), Post),
  hide: endpoint("PUT", "/posts/:id/hidden", z.strictObject({ id: Id, reason: line(300) }), Post),
  unhide: endpoint("DELETE", "/posts/:id/hidden", ById, Post),
  lock: endpoint("PUT", "/posts/:id/locked", ById, Post),
  unlock: endpoint("DELETE", "/posts/:id/locked", ById, Post),
};

export interface PostEvents {
  "post:created": Post;
  "post:changed": Post;
  "post:removed": PostTombstone;
}

type Standing = Pick<Post, "author" | "state" | "locked">;

export const canModeratePost = (
  me: Actor,
  channels: Pick<Channel, "id" | "private" | "officeId">[],
): boolean => channels.length > 0 && channels.every((channel) => canModerateChannel(me, channel));

export const canEditPost = (me: Actor, post: Standing) =>
  post.author.id === me.id && post.state === "visible" && !post.locked;

export const canRemovePost = (me: Actor, post: Pick<Post, "author" | "state">) =>
  post.author.id === me.id && post.state === "visible";

/** `root` is the first post of the thread. Under what its author removed it goes on; under a moderator's hand it does not. */
export const canReply = (root: Pick<Post, "state" | "removedBy" | "locked">) =>
  (root.state === "visible" || (root.state === "removed" && root.removedBy === "author")) && !root.locked;

export const canReact = (post: Pick<Post, "state" | "locked">) => post.state === "visible" && !post.locked;
