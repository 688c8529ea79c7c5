import "fake-indexeddb/auto";
import type { Me } from "@meridian/shared/people";
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

const me = { id: "me", name: "Me" } as Me;

/** A page of its own: what it held is gone with it, what the browser keeps is not. */
async function openPage() {
  cleanup();
  vi.resetModules();
  const [{ useDraft }, drafts, access] = await Promise.all([
    import("./useDraft.ts"),
    import("./drafts.ts"),
    import("../lib/access.ts"),
  ]);
  access.signedIn({ accessToken: "token", expiresIn: 600, me });
  return { useDraft, ...drafts };
}

const kept = async (place: string) => (await openPage()).loadDraft(me.id, place, Promise.resolve());

beforeEach(async () => {
  const { saveDraft } = await openPage();
  await saveDraft(me.id, "home", { body: "Kept before", channelIds: ["a"] });
});
afterEach(cleanup);

it("shows what was kept", async () => {
  const { useDraft } = await openPage();
  const { result } = renderHook(() => useDraft("home"));
  await expect.poll(() => result.current[0]).toEqual({ body: "Kept before", channelIds: ["a"] });
});

it("puts what is typed before that behind it", async () => {
  const { useDraft } = await openPage();
  const { result } = renderHook(() => useDraft("home"));
  act(() => result.current[1]({ body: "Typed early" }));
  expect(result.current[0].body).toBe("Typed early");
  await expect.poll(() => result.current[0]).toEqual({ body: "Kept before\nTyped early", channelIds: ["a"] });
  expect(await kept("home")).toEqual({ body: "Kept before\nTyped early", channelIds: ["a"] });
});

it("keeps the text when a channel is chosen before that", async () => {
  const { useDraft } = await openPage();
  const { result } = renderHook(() => useDraft("home"));
  act(() => result.current[1]({ channelIds: ["b"] }));
  await expect.poll(() => result.current[0]).toEqual({ body: "Kept before", channelIds: ["b"] });
});

it("loses nothing when the place is left before that", async () => {
  const { useDraft } = await openPage();
  const { result, rerender } = renderHook(({ place }) => useDraft(place), {
    initialProps: { place: "home" },
  });
  act(() => result.current[1]({ body: "Typed early" }));
  rerender({ place: "thread 1" });
  act(() => result.current[1]({ body: "An answer" }));
  await expect.poll(() => result.current[0].body).toBe("An answer");
  await expect.poll(() => kept("home")).toMatchObject({ body: "Kept before\nTyped early" });
  expect(await kept("thread 1")).toMatchObject({ body: "An answer" });
});

it("is empty once it was sent, also early", async () => {
  const { useDraft } = await openPage();
  const { result } = renderHook(() => useDraft("thread 2"));
  act(() => result.current[1]({ body: "Typed early" }));
  act(() => result.current[1]({ body: "" }));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(result.current[0].body).toBe("");
  expect(await kept("thread 2")).toBeUndefined();
});
