import type { Post } from "@meridian/shared/posts";
import { useEffect, useRef, useState } from "react";
import { WindowVirtualizer, type WindowVirtualizerHandle } from "virtua";
import { useKeys } from "../lib/keys.ts";
import { PostCard } from "./PostCard.tsx";

/** A thread's replies, drawn only where they are looked at; the marked one is brought into sight once. */
export function RepliesList({ replies, marked }: { replies: Post[]; marked: string | undefined }) {
  const list = useRef<WindowVirtualizerHandle>(null);
  const found = useRef<string>(undefined);
  const [chosen, setChosen] = useState<string>();
  const at = replies.findIndex((reply) => reply.id === marked);
  useEffect(() => {
    if (at < 0 || found.current === marked) return;
    found.current = marked;
    // once the page has its height; before, there is nowhere to scroll to
    requestAnimationFrame(() => list.current?.scrollToIndex(at, { align: "center" }));
  }, [at, marked]);

  const step = (by: 1 | -1) => {
    const now = replies.findIndex((reply) => reply.id === chosen);
    const next = Math.min(Math.max(now + by, 0), replies.length - 1);
    if (!replies[next]) return;
    setChosen(replies[next].id);
    list.current?.scrollToIndex(next, { align: "nearest" });
  };
  useKeys({ j: () => step(1), k: () => step(-1) });

  return (
    <WindowVirtualizer ref={list} bufferSize={600}>
      {replies.map((reply) => (
        <PostCard
          key={reply.id}
          post={reply}
          inThread
          marked={reply.id === marked}
          chosen={reply.id === chosen}
        />
      ))}
    </WindowVirtualizer>
  );
}
