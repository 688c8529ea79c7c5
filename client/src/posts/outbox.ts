import { postsApi } from "@meridian/shared/posts";
import { threadsApi } from "@meridian/shared/threads";
import { currentMe } from "../lib/access.ts";
import { call, CallError } from "../lib/call.ts";
import { atRest } from "../lib/rest.ts";
import { showPost } from "./events.ts";
import { type OutgoingPost, store } from "./store.ts";
import { broadcastChannel } from "../lib/tabs.ts";
import { useWatched, watched } from "../lib/watched.ts";

const outgoing = watched<OutgoingPost[]>([]);
const tabs = broadcastChannel("meridian-outbox");
let wake: () => void = () => {};
/** Those that the browser could not keep, by key: each is sent from memory by the tab that it was written in. */
const unkept = new Map<string, OutgoingPost>();

function show(posts: OutgoingPost[]): void {
  outgoing.set(posts.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1)));
}

/** Everything that I have written and the server does not have yet, oldest first. */
export const useOutbox = (): OutgoingPost[] => useWatched(outgoing);

/** Takes a post over, and it goes out by itself. Before this resolves it is kept, or the server has it. */
export async function sendPost(post: Pick<OutgoingPost, "channelIds" | "threadId" | "body">): Promise<void> {
  const me = currentMe();
  if (!me) throw new Error("nobody is signed in");
  const draft = {
    ...post,
    key: crypto.randomUUID(),
    personId: me.id,
    createdAt: new Date().toISOString(),
    refused: null,
  };
  show([...outgoing.get(), draft]);
  await take(draft);
}

async function take(post: OutgoingPost): Promise<void> {
  await keep(post);
  await reload();
  if (unkept.has(post.key)) await sendFromMemory(post.key);
  else wake();
}

/** Tries a refused post again. */
export async function sendAgain(key: string): Promise<void> {
  const post = outgoing.get().find((one) => one.key === key);
  if (!post) return;
  await keep({ ...post, refused: null });
  await reload();
  wake();
}

/** Throws a post away; the returned function takes it back. */
export async function discard(key: string): Promise<() => void> {
  const post = outgoing.get().find((one) => one.key === key);
  show(outgoing.get().filter((one) => one !== post));
  await forget(key);
  return () => void (post && take(post));
}

/** Resolves once the server has it, or its author has thrown it away: until then its draft is all that the browser keeps. */
async function sendFromMemory(key: string): Promise<void> {
  let failures = 0;
  for (let post = unkept.get(key); post; post = unkept.get(key)) {
    // refused, or of somebody who is signed out: it waits for them
    const waits = post.refused !== null || post.personId !== currentMe()?.id;
    const wait = waits ? 1_000 : await sendOne(post, failures);
    failures = waits ? 0 : failures + 1;
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/** How many of my posts this browser still has to send. */
export async function unsent(): Promise<number> {
  await reload();
  return outgoing.get().length;
}

/** Forgets all of them. */
export async function discardAll(): Promise<void> {
  for (const { key } of outgoing.get()) await discard(key);
}

async function keep(post: OutgoingPost): Promise<void> {
  try {
    await (await store()).put("outbox", post);
    unkept.delete(post.key);
  } catch {
    // full, or closed to this page
    unkept.set(post.key, post);
  }
  tabs?.postMessage("changed");
}

async function forget(key: string): Promise<void> {
  unkept.delete(key);
  try {
    await (await store()).delete("outbox", key);
  } catch {
    // it was never kept
  }
  tabs?.postMessage("changed");
}

async function reload(): Promise<void> {
  const kept = await store()
    .then((opened) => opened.getAll("outbox"))
    // what is in memory stays
    .catch(outgoing.get);
  const all = [...kept.filter(({ key }) => !unkept.has(key)), ...unkept.values()];
  show(all.filter((post) => post.personId === currentMe()?.id));
}

/** Sends what waits, in order, from one tab at a time, until the returned function is called. */
export function startOutbox(): () => void {
  let stopped = false;
  if (tabs) tabs.onmessage = () => void reload().then(() => wake());
  const stop = new AbortController();

  const waitForWork = (millis: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, millis);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const sendAll = async () => {
    await atRest();
    await reload();
    let failures = 0;
    while (!stopped) {
      const next = outgoing.get().find((post) => post.refused === null && !unkept.has(post.key));
      if (!next) {
        await waitForWork(60_000);
        await reload();
        continue;
      }
      const wait = await sendOne(next, failures);
      failures = wait > 0 ? failures + 1 : 0;
      if (wait > 0) await waitForWork(wait);
    }
  };
  const online = () => wake();
  window.addEventListener("online", online);
  if ("locks" in navigator) {
    void reload();
    navigator.locks.request("meridian-outbox", { signal: stop.signal }, sendAll).catch(() => {});
  } else void sendAll();

  return () => {
    stopped = true;
    stop.abort();
    window.removeEventListener("online", online);
    wake();
    show([]);
  };
}

/** Milliseconds. */
const passingPause = 5_000;

/** Sends one; answers how many milliseconds to wait before trying again, 0 when it is settled. */
async function sendOne(post: OutgoingPost, failures: number): Promise<number> {
  const { key, body, channelIds, threadId } = post;
  try {
    const saved = threadId
      ? await call(threadsApi.reply, { id: threadId, key, body })
      : await call(postsApi.create, { key, channelIds, body });
    const forgotten = discard(key);
    showPost(saved);
    await forgotten;
    return 0;
  } catch (error) {
    if (!(error instanceof CallError)) {
      // a fault of ours: what waits behind this post goes out all the same
      reportError(error);
      return passingPause;
    }
    if (error.passing)
      return (error.retryAfter ?? 0) * 1_000 || Math.min(15_000, 500 * 2 ** failures) * Math.random() + 200;
    if (error.code === "unauthenticated") return passingPause;
    const refused = { ...post, refused: { code: error.code, message: error.message } };
    show(outgoing.get().map((one) => (one.key === key ? refused : one)));
    await keep(refused);
    return 0;
  }
}
