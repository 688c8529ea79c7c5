import { type RefObject, useEffect } from "react";
import { type Keys, useKeys } from "../lib/keys.ts";

const none: Keys = {};

/** The chosen post has the focus, is in sight, and takes the keys that act on a post. */
export function usePostKeys(chosen: boolean, card: RefObject<HTMLElement | null>, keys: Keys): void {
  useKeys(chosen ? keys : none);
  useEffect(() => {
    if (!chosen || !card.current || card.current.contains(document.activeElement)) return;
    card.current.focus({ preventScroll: true });
    card.current.scrollIntoView({ block: "nearest" });
  }, [chosen, card]);
}
