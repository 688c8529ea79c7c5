import "fake-indexeddb/auto";
import type { Me } from "@meridian/shared/people";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { signedIn } from "../lib/access.ts";
import { queryClient } from "../lib/cache.ts";
import { buildPost } from "../test/buildPost.ts";
import { discard, sendPost, startOutbox, unsent } from "./outbox.ts";
import { store } from "./store.ts";

const sent: string[] = [];
/** Set while the server can't be reached. */
let away = false;
const reported = vi.fn();
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  sent.length = 0;
  away = false;
  vi.stubGlobal("fetch", async (_url: string, { body }: { body: string }) => {
    if (away) throw new TypeError("no network");
    sent.push((JSON.parse(body) as { body: string }).body);
    return Response.json(buildPost(sent.length));
  });
  vi.stubGlobal("reportError", reported);
  signedIn({ accessToken: "token", expiresIn: 600, me: { id: "me" } as Me });
  stop = startOutbox();
});

afterEach(() => {
  stop();
  queryClient.clear();
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("sends what waits behind a post that can't be shown", async () => {
  queryClient.setQueryData(["posts", "home", ""], { pages: "what no list is" });
  for (const body of ["First", "Second"]) await sendPost({ channelIds: ["c1"], threadId: null, body });
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(1_000);
    expect([sent, await unsent()]).toEqual([["First", "Second"], 0]);
  }, 4_000);
  expect(reported).toHaveBeenCalledTimes(2);
});

it("has a post until the server has it, also where the browser can keep no more", async () => {
  const full = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
  vi.spyOn(await store(), "put").mockImplementation(full);
  away = true;
  const taken = vi.fn();
  const taking = sendPost({ channelIds: ["c1"], threadId: null, body: "Kept nowhere" }).then(taken);
  await vi.advanceTimersByTimeAsync(70_000);
  expect([await unsent(), taken.mock.calls.length]).toEqual([1, 0]);
  away = false;
  await vi.advanceTimersByTimeAsync(20_000);
  await taking;
  expect([sent, await unsent()]).toEqual([["Kept nowhere"], 0]);
});

it("sends from memory when what the browser keeps can't be read any more", async () => {
  const lost = () => Promise.reject(new DOMException("connection lost", "UnknownError"));
  const opened = await store();
  vi.spyOn(opened, "put").mockImplementation(lost);
  vi.spyOn(opened, "getAll").mockImplementation(lost);
  for (const body of ["First", "Second"]) void sendPost({ channelIds: ["c1"], threadId: null, body });
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(1_000);
    expect([sent, await unsent()]).toEqual([["First", "Second"], 0]);
  });
});

it("takes back what was thrown away", async () => {
  away = true;
  await sendPost({ channelIds: ["c1"], threadId: null, body: "Thrown away" });
  const [post] = await (await store()).getAll("outbox");
  const takeBack = await discard(post!.key);
  expect(await unsent()).toBe(0);
  takeBack();
  await vi.waitFor(async () => expect(await unsent()).toBe(1));
  await discard(post!.key);
});
