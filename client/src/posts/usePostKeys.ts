import type { Post } from "@meridian/shared/posts";
import { type RefObject, useEffect } from "react";
import type { WindowVirtualizerHandle } from "virtua";
import { type Keys, useKeys } from "../lib/keys.ts";

const none: Keys = {};

/** Has a list draw a post that is chosen. One that is there brings itself into sight, clear of what lies over the edges. */
export function draw(list: WindowVirtualizerHandle | null, posts: Post[], at: number): void {
  if (!document.getElementById(`post-${posts[at]?.id}`)) list?.scrollToIndex(at, { align: "nearest" });
}

/** The chosen post has the focus, is in sight, and takes the keys that act on a post. */
export function usePostKeys(chosen: boolean, card: RefObject<HTMLElement | null>, keys: Keys): void {
  useKeys(chosen ? keys : none);
  useEffect(() => {
    if (!chosen || !card.current || card.current.contains(document.activeElement)) return;
    card.current.focus({ preventScroll: true });
    card.current.scrollIntoView({ block: "nearest" });
  }, [chosen, card]);
}
