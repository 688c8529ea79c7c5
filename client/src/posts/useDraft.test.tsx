import type { Me } from "@meridian/shared/people";
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

const me = { id: "me", name: "Me" } as Me;

/** A page of its own: what it held is gone with it, what the browser keeps is not. */
async function openPage(place = "home") {
  cleanup();
  vi.resetModules();
  const [{ useDraft }, { useWritten }, access] = await Promise.all([
    import("./useDraft.ts"),
    import("./written.ts"),
    import("../lib/access.ts"),
  ]);
  const useShown = (at: string) => {
    const { text, channelIds, change } = useDraft(at);
    return { shown: { body: useWritten(text, (body) => body), channelIds }, change };
  };
  access.signedIn({ accessToken: "token", expiresIn: 600, me });
  const { result, rerender } = renderHook(useShown, { initialProps: place });
  return {
    shown: () => result.current.shown,
    change: (...change: Parameters<typeof result.current.change>) =>
      act(() => result.current.change(...change)),
    go: rerender,
  };
}

/** Another tab writes, as the browser tells it. */
function writtenElsewhere(key: string, value: string | null): void {
  if (value === null) localStorage.removeItem(key);
  else localStorage.setItem(key, value);
  act(() => void dispatchEvent(new StorageEvent("storage", { key, newValue: value })));
}

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.restoreAllMocks();
  cleanup();
});

it("is kept with every letter, for each place", async () => {
  const page = await openPage();
  page.change({ body: "Half a thought", channelIds: ["a"] });
  page.go("thread 1");
  expect(page.shown()).toEqual({ body: "", channelIds: [] });
  page.change({ body: "An answer" });
  page.go("home");
  expect(page.shown().body).toBe("Half a thought");

  expect((await openPage()).shown()).toEqual({ body: "Half a thought", channelIds: ["a"] });
  expect((await openPage("thread 1")).shown().body).toBe("An answer");
});

it("keeps the text when a channel is chosen", async () => {
  (await openPage()).change({ body: "Kept before", channelIds: ["a"] });
  const page = await openPage();
  page.change({ channelIds: ["b"] });
  expect((await openPage()).shown()).toEqual({ body: "Kept before", channelIds: ["b"] });
});

it("is kept while it moves elsewhere, and no longer", async () => {
  const page = await openPage();
  page.change({ body: "On its way" });
  let moved = () => {};
  const moving = new Promise<void>((resolve) => (moved = resolve));
  page.change({ body: "" }, moving);
  expect(page.shown().body).toBe("");
  expect(localStorage.getItem("draft me home")).toContain("On its way");
  moved();
  await moving;
  expect(localStorage.getItem("draft me home")).toBeNull();
  expect((await openPage()).shown().body).toBe("");
});

it("shows what another tab wrote, also where nothing was open", async () => {
  const page = await openPage();
  page.change({ body: "Begun here" });
  page.go("thread 1");
  writtenElsewhere("draft me home", JSON.stringify({ body: "Begun here, ended there", channelIds: [] }));
  page.go("home");
  expect(page.shown().body).toBe("Begun here, ended there");
  writtenElsewhere("draft me home", null);
  expect(page.shown().body).toBe("");
});

it("lasts as long as the page where the browser keeps nothing", async () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  const page = await openPage();
  page.change({ body: "Only here" });
  page.go("thread 1");
  page.go("home");
  expect(page.shown().body).toBe("Only here");
});

it("begins anew where something else stands under its name", async () => {
  localStorage.setItem("draft me home", "{broken");
  expect((await openPage()).shown()).toEqual({ body: "", channelIds: [] });
});
