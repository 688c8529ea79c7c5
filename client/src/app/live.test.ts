import type { LiveEvent } from "@meridian/shared/events";
import { afterEach, expect, it, vi } from "vitest";
import { queryClient } from "../lib/cache.ts";
import { afterwards, hear } from "./live.ts";

// as a newer server might tell it
const tell = (type: string, data: unknown) => hear({ type, data, cursor: "82" } as LiveEvent);

afterEach(() => {
  afterwards.clear();
  vi.unstubAllGlobals();
});

it("passes over what a newer server tells and this page has no word for", () => {
  const heard: string[] = [];
  afterwards.add(({ type }) => void heard.push(type));
  tell("poll:closed", { id: "1" });
  expect(heard).toEqual(["poll:closed"]);
});

it("fetches anew when it can't take in what is told", () => {
  const reported = vi.fn();
  vi.stubGlobal("reportError", reported);
  queryClient.setQueryData(["posts", "home"], { pages: [], pageParams: [] });
  tell("post:changed", null);
  expect(reported).toHaveBeenCalledOnce();
  expect(queryClient.getQueryState(["posts", "home"])?.isInvalidated).toBe(true);
});
