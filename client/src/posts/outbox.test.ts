import "fake-indexeddb/auto";
import type { Me } from "@meridian/shared/people";
import { expect, it, vi } from "vitest";
import { signedIn } from "../lib/access.ts";
import { queryClient } from "../lib/cache.ts";
import { buildPost } from "../test/buildPost.ts";
import { sendPost, startOutbox, unsent } from "./outbox.ts";

it("sends what waits behind a post that can't be shown", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const sent: string[] = [];
  vi.stubGlobal("fetch", async (_url: string, { body }: { body: string }) => {
    sent.push((JSON.parse(body) as { body: string }).body);
    return Response.json(buildPost(sent.length));
  });
  const reported = vi.fn();
  vi.stubGlobal("reportError", reported);
  signedIn({ accessToken: "token", expiresIn: 600, me: { id: "me" } as Me });
  queryClient.setQueryData(["posts", "home", ""], { pages: "what no list is" });

  const stop = startOutbox();
  for (const body of ["First", "Second"]) await sendPost({ channelIds: ["c1"], threadId: null, body });
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(1_000);
    expect([sent, await unsent()]).toEqual([["First", "Second"], 0]);
  }, 4_000);
  expect(reported).toHaveBeenCalledTimes(2);
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
