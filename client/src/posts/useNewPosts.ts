import type { Post } from "@meridian/shared/posts";
import { useState } from "react";

/**
 * What a reader sees of a list that grows at its top: posts that arrive stay out until they are asked for, so that
 * nothing moves under the eyes. One's own are shown at once.
 */
export function useNewPosts(
  posts: Post[],
  meId: string,
): { shown: Post[]; arrived: number; showNew: () => void } {
  const [newestShown, setNewestShown] = useState<string>();
  const newest = posts[0]?.createdAt;
  // the first posts that are there are what the reader came to
  if (newestShown === undefined && newest !== undefined) setNewestShown(newest);
  const limit = newestShown ?? "";
  const isNew = (post: Post) => post.createdAt > limit && post.author.id !== meId;
  const shown = newestShown === undefined ? posts : posts.filter((post) => !isNew(post));
  return { shown, arrived: posts.length - shown.length, showNew: () => setNewestShown(newest) };
}
