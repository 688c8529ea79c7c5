import { useCallback, useEffect, useRef, useState } from "react";
import { useMe } from "../lib/access.ts";
import { loadDraft, saveDraft } from "./drafts.ts";
import type { Draft } from "./store.ts";

const empty: Draft = { body: "", channelIds: [] };

interface Held {
  place: string;
  draft: Draft;
  /** What was typed or chosen before the kept draft was read; null from then on. */
  early: Partial<Draft> | null;
  changed: boolean;
}

/**
 * What is being written at a place ("home", "channel ID", "thread ID"): kept with every letter, across reloads.
 * What is typed before the kept draft has been read comes behind it.
 */
export function useDraft(place: string): [Draft, (change: Partial<Draft>) => void] {
  const me = useMe();
  const [held, setHeld] = useState<Held>({ place, draft: empty, early: {}, changed: false });
  const latest = useRef(held);
  const hurry = useRef(() => {});
  useEffect(() => {
    let left: Held | undefined;
    const typed = new Promise<void>((resolve) => (hurry.current = resolve));
    void loadDraft(me.id, place, typed).then((kept = empty) => {
      if (!left) setHeld((now) => opened(now, place, kept));
      else if (isEarly(left, place)) void saveDraft(me.id, place, opened(left, place, kept).draft);
    });
    return () => {
      left = latest.current;
    };
  }, [me.id, place]);
  useEffect(() => {
    latest.current = held;
    if (!held.changed) return;
    if (held.early) hurry.current();
    else void saveDraft(me.id, held.place, held.draft);
  }, [me.id, held]);
  const change = useCallback(
    (part: Partial<Draft>) =>
      setHeld((now) => {
        const { draft, early } = now.place === place ? now : { draft: empty, early: {} };
        return { place, draft: { ...draft, ...part }, early: early && { ...early, ...part }, changed: true };
      }),
    [place],
  );
  return [held.place === place ? held.draft : empty, change];
}

const isEarly = (held: Held, place: string): boolean =>
  held.place === place && held.early !== null && held.changed;

/** With the draft that was kept, and what was typed early behind it. */
function opened(held: Held, place: string, kept: Draft): Held {
  if (held.place !== place) return { place, draft: kept, early: null, changed: false };
  if (!held.early) return held;
  const body = [kept.body, held.early.body].filter(Boolean).join("\n");
  return { ...held, draft: { ...kept, ...held.early, body }, early: null };
}
