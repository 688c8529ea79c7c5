import { useMemo } from "react";
import { useMe } from "../lib/access.ts";
import { onServer } from "../lib/drawn.ts";
import { useWatched } from "../lib/watched.ts";
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

const empty: Draft = { body: "", channelIds: [] };
const read = new Map<string, Draft>();
const watchers = new Set<() => void>();

/**
 * What is being written at a place ("home", "channel ID", "thread ID"): kept in this browser with every letter, before
 * anything else can happen to the page. Other tabs show the same.
 */
export function useDraft(place: string): KeptDraft {
  const name = `draft ${useMe().id} ${place}`;
  const channelIds = useWatched(
    watch,
    () => draftOf(name).channelIds,
    () => empty.channelIds,
  );
  return { channelIds, ...useMemo(() => draftUnder(name), [name]) };
}

function draftUnder(name: string): Omit<KeptDraft, "channelIds"> {
  const change: ChangeDraft = (part, moving) => {
    read.set(name, { ...draftOf(name), ...part });
    if (moving) void moving.then(() => keep(name));
    else keep(name);
    tell();
  };
  return { change, text: { get: () => draftOf(name).body, set: (body) => change({ body }), watch } };
}

function draftOf(name: string): Draft {
  const known = read.get(name);
  if (known) return known;
  const kept = keptOf(name);
  read.set(name, kept);
  return kept;
}

function keptOf(name: string): Draft {
  try {
    return { ...empty, ...(JSON.parse(localStorage.getItem(name) ?? "{}") as Partial<Draft>) };
  } catch {
    return empty;
  }
}

function keep(name: string): void {
  const draft = draftOf(name);
  try {
    if (draft.body === "") localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(draft));
  } catch {
    // a browser that keeps nothing (closed to this page, full): it is there for as long as the page is
  }
}

function tell(): void {
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

// another tab wrote
if (!onServer)
  addEventListener("storage", ({ key }) => {
    if (key !== null && read.delete(key)) tell();
  });
