import type { Post } from "@meridian/shared/posts";

/** Where a post can be read with its thread; a reply in its place there. */
export const linkTo = (post: Pick<Post, "id" | "isReply" | "threadId">): string =>
  post.isReply ? `/posts/${post.threadId}?reply=${post.id}` : `/posts/${post.id}`;
