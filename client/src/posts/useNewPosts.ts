import type { Post } from "@meridian/shared/posts";
import { useEffect, useState } from "react";

// up to which post each list was shown when it was left; lives as long as the page does
const left = new Map<string, string>();

/**
 * What a reader sees of a list that grows at its top: posts that arrive stay out until they are asked for, so that
 * nothing moves under the eyes. One's own are shown at once. Who comes back to a place finds what they saw there.
 */
export function useNewPosts(
  posts: Post[],
  meId: string,
  place: string,
  /** False where the order is not that of the posts' times: there is no top at which new ones could wait. */
  newestFirst: boolean,
): { shown: Post[]; arrived: number; showNew: () => void; startAnew: () => void } {
  const [newestShown, setNewestShown] = useState(() => left.get(place));
  const newest = posts[0]?.createdAt;
  // the first posts that are there are what the reader came to
  if (newestShown === undefined && newest !== undefined) setNewestShown(newest);
  useEffect(() => {
    if (newestShown !== undefined) left.set(place, newestShown);
  }, [place, newestShown]);
  const limit = newestShown ?? "";
  const isNew = (post: Post) => post.createdAt > limit && post.author.id !== meId;
  const waits = newestFirst && newestShown !== undefined;
  const shown = waits ? posts.filter((post) => !isNew(post)) : posts;
  return {
    shown,
    arrived: posts.length - shown.length,
    showNew: () => setNewestShown(newest),
    // for a list that is fetched anew
    startAnew: () => setNewestShown(undefined),
  };
}
