import { useMe } from "../lib/access.ts";
import { onServer } from "../lib/drawn.ts";
import { useWatched, type Watched, watched } from "../lib/watched.ts";
import type { Written } from "./written.ts";

interface Draft {
  body: string;
  channelIds: string[];
}

export interface KeptDraft {
  text: Written;
  channelIds: string[];
  change: ChangeDraft;
}

/** Changes a part of it. What was kept stays until `moving` is over: a text that moves elsewhere is always somewhere. */
type ChangeDraft = (part: Partial<Draft>, moving?: Promise<unknown>) => void;

interface OpenDraft {
  draft: Watched<Draft>;
  text: Written;
  change: ChangeDraft;
}

const empty: Draft = { body: "", channelIds: [] };
const open = new Map<string, OpenDraft>();

/**
 * What is being written at a place ("home", "channel ID", "thread ID"): kept in this browser with every letter, before
 * anything else can happen to the page. Other tabs show the same.
 */
export function useDraft(place: string): KeptDraft {
  const { draft, text, change } = draftUnder(`draft ${useMe().id} ${place}`);
  const channelIds = useWatched(
    { get: () => draft.get().channelIds, watch: draft.watch },
    () => empty.channelIds,
  );
  return { text, channelIds, change };
}

function draftUnder(name: string): OpenDraft {
  const known = open.get(name);
  if (known) return known;
  const draft = watched(keptUnder(name));
  const change: ChangeDraft = (part, moving) => {
    const next = { ...draft.get(), ...part };
    if (moving) void moving.then(() => keep(name, draft.get()));
    else keep(name, next);
    draft.set(next);
  };
  const text: Written = {
    get: () => draft.get().body,
    set: (body) => change({ body }),
    watch: (watcher) => draft.watch(({ body }) => watcher(body)),
  };
  const opened = { draft, text, change };
  if (!onServer) open.set(name, opened);
  return opened;
}

function keptUnder(name: string): Draft {
  try {
    return { ...empty, ...(JSON.parse(localStorage.getItem(name) ?? "{}") as Partial<Draft>) };
  } catch {
    return empty;
  }
}

function keep(name: string, draft: Draft): void {
  try {
    if (draft.body === "") localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(draft));
  } catch {
    // a browser that keeps nothing (closed to this page, full): it is there for as long as the page is
  }
}

// another tab wrote
if (!onServer)
  addEventListener("storage", ({ key }) => {
    if (key !== null) open.get(key)?.draft.set(keptUnder(key));
  });
