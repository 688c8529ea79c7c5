import type { Post } from "@meridian/shared/posts";
import { useEffect, useRef, useState } from "react";
import { WindowVirtualizer, type WindowVirtualizerHandle } from "virtua";
import { useKeys } from "../lib/keys.ts";
import { useLocation } from "../lib/navigation.ts";
import { PostCard } from "./PostCard.tsx";
import { useHeights } from "./useHeights.ts";
import { draw } from "./usePostKeys.ts";
import { VirtualItem } from "./VirtualItem.tsx";

/** A thread's replies, drawn only where they are looked at; the marked one is brought into sight once. */
export function RepliesList({ replies, marked }: { replies: Post[]; marked: string | undefined }) {
  const list = useRef<WindowVirtualizerHandle>(null);
  const found = useRef<string>(undefined);
  const [chosen, setChosen] = useState<string>();
  const at = replies.findIndex((reply) => reply.id === marked);
  const heights = useHeights(`${useLocation().key} replies`, list, true);
  const cameBack = heights.cache !== undefined;
  useEffect(() => {
    if (at < 0 || cameBack || found.current === marked) return;
    return bringIntoSight(
      () => list.current?.scrollToIndex(at, { align: "center" }),
      () => document.getElementById(`post-${marked}`),
      () => (found.current = marked),
    );
  }, [at, marked, cameBack]);

  // earlier replies that load above must not push down what is being read
  const first = replies[0]?.id;
  const [count, setCount] = useState(replies.length);
  const [grown, setGrown] = useState({ first, above: false });
  if (grown.first !== first) setGrown({ first, above: true });
  else if (grown.above && replies.length !== count) setGrown({ first, above: false });
  if (count !== replies.length) setCount(replies.length);

  const step = (by: 1 | -1) => {
    const now = replies.findIndex((reply) => reply.id === chosen);
    const next = Math.min(Math.max(now + by, 0), replies.length - 1);
    if (!replies[next]) return;
    setChosen(replies[next].id);
    draw(list.current, replies, next);
  };
  useKeys({ j: () => step(1), k: () => step(-1) });

  return (
    <WindowVirtualizer ref={list} bufferSize={600} shift={grown.above} item={VirtualItem} {...heights}>
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

/** Scrolls until the element stands in sight: heights are guesses until they are drawn. The reader's hand ends it. */
function bringIntoSight(scroll: () => void, find: () => HTMLElement | null, done: () => void): () => void {
  const until = performance.now() + 1_500;
  const hands = ["wheel", "touchstart", "keydown", "pointerdown"];
  let frame = requestAnimationFrame(look);
  let still = 0;
  hands.forEach((hand) => window.addEventListener(hand, end, { passive: true }));
  function look() {
    const box = find()?.getBoundingClientRect();
    const inSight = box && box.bottom > 150 && box.top < window.innerHeight - 200;
    if (inSight) still += 1;
    else {
      still = 0;
      scroll();
    }
    if (still > 20 || performance.now() > until) end();
    else frame = requestAnimationFrame(look);
  }
  function stop() {
    cancelAnimationFrame(frame);
    hands.forEach((hand) => window.removeEventListener(hand, end));
  }
  function end() {
    stop();
    done();
  }
  return stop;
}
