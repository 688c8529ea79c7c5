import { useCallback, useEffect, useState } from "react";
import { useMe } from "../lib/access.ts";
import { loadDraft, saveDraft } from "./drafts.ts";
import type { Draft } from "./store.ts";

const empty: Draft = { body: "", channelIds: [] };

/**
 * What is being written at a place ("home", "channel ID", "thread ID"): kept with every letter, across reloads.
 * Until the kept draft has been read, typing already counts and is never overwritten by it.
 */
export function useDraft(place: string): [Draft, (change: Partial<Draft>) => void] {
  const me = useMe();
  const [held, setHeld] = useState({ place, draft: empty, typed: false });
  const here = held.place === place;
  useEffect(() => {
    let current = true;
    loadDraft(me.id, place).then(
      (kept) => {
        if (!current || !kept) return;
        setHeld((now) => (now.place === place && now.typed ? now : { place, draft: kept, typed: false }));
      },
      () => {},
    );
    return () => {
      current = false;
    };
  }, [me.id, place]);
  useEffect(() => {
    if (held.typed) void saveDraft(me.id, held.place, held.draft);
  }, [me.id, held]);
  const change = useCallback(
    (part: Partial<Draft>) =>
      setHeld((now) => ({
        place,
        draft: { ...(now.place === place ? now.draft : empty), ...part },
        typed: true,
      })),
    [place],
  );
  return [here ? held.draft : empty, change];
}
