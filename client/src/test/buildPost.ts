import type { Post } from "@meridian/shared/posts";

/** The nth post of somebody, as it is before anything has happened to it. */
export const buildPost = (n: number, given: Partial<Post> = {}): Post => ({
  id: String(n).padStart(24, "0"),
  rev: 1,
  author: { id: "ana", name: "Ana", handle: "ana", officeId: "berlin", avatar: null },
  channelIds: ["c1"],
  threadId: String(n).padStart(24, "0"),
  isReply: false,
  state: "visible",
  body: `post ${n}`,
  text: [],
  mentions: [],
  createdAt: new Date(n * 1_000).toISOString(),
  editedAt: null,
  reactions: [],
  replyCount: 0,
  lastReplyAt: null,
  repliers: [],
  pinnedIn: [],
  locked: false,
  removedBy: null,
  hiddenReason: null,
  caseId: null,
  ...given,
});
