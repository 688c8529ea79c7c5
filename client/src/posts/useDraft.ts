import { useEffect, useRef, useState } from "react";
import { useMe } from "../lib/access.ts";
import { loadDraft, saveDraft } from "./drafts.ts";
import type { Draft } from "./store.ts";

const empty: Draft = { body: "", channelIds: [] };

/**
 * What is being written at a place ("home", "channel ID", "thread ID"): kept with every letter, across reloads.
 * Until the kept draft has been read, typing already counts and is never overwritten by it.
 */
export function useDraft(place: string): [Draft, (draft: Draft) => void] {
  const me = useMe();
  const [draft, setDraft] = useState(empty);
  const touched = useRef(false);
  useEffect(() => {
    let current = true;
    touched.current = false;
    setDraft(empty);
    void loadDraft(me.id, place).then((kept) => {
      if (current && kept && !touched.current) setDraft(kept);
    });
    return () => {
      current = false;
    };
  }, [me.id, place]);
  const change = (next: Draft) => {
    touched.current = true;
    setDraft(next);
    void saveDraft(me.id, place, next);
  };
  return [draft, change];
}
