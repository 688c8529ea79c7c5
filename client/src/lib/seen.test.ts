import "fake-indexeddb/auto";
import type { Me } from "@meridian/shared/people";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

const person = (id: string) => ({ id, name: id }) as Me;

/** A page of its own: what it held is gone with it, what the browser keeps is not. */
async function openPage() {
  vi.resetModules();
  const [seen, { queryClient }, access] = await Promise.all([
    import("./seen.ts"),
    import("./cache.ts"),
    import("./access.ts"),
  ]);
  const keepNow = async (who: string, answers: [unknown[], unknown][]) => {
    access.signedIn({ accessToken: "token", me: person(who) } as Parameters<typeof access.signedIn>[0]);
    for (const [key, data] of answers) queryClient.setQueryData(key, data);
    seen.keepSeen()();
    // a step that comes after what was just begun
    await seen.forgetAnswersWith("nothing has this");
  };
  return { ...seen, keepNow, read: (key: unknown[]) => queryClient.getQueryData(key), queryClient };
}

beforeEach(async () => (await openPage()).forgetSeen());
afterEach(() => vi.useRealTimers());

const home = ["posts", "home", ""];
const page = (id: string) => ({ posts: [{ id }], next: id, previous: null });

it("shows in another page what was seen in this one, to be fetched again", async () => {
  await (await openPage()).keepNow("ada", [[home, { pages: [page("1")], pageParams: [null] }]]);
  const later = await openPage();
  expect(await later.showSeen()).toMatchObject({ me: person("ada") });
  expect(later.read(home)).toEqual({ pages: [page("1")], pageParams: [null] });
  expect(later.queryClient.getQueryState(home)?.isInvalidated).toBe(true);
});

it("keeps the first pages of a list, and nothing of the desk", async () => {
  const ids = ["1", "2", "3", "4", "5"];
  await (
    await openPage()
  ).keepNow("ada", [
    [home, { pages: ids.map(page), pageParams: [null, ...ids.slice(1)] }],
    [["desk", "cases"], { cases: ["secret"] }],
  ]);
  const later = await openPage();
  await later.showSeen();
  expect(later.read(home)).toEqual({ pages: ids.slice(0, 3).map(page), pageParams: [null, "2", "3"] });
  expect(later.read(["desk", "cases"])).toBeUndefined();
});

it("keeps the beginning of a page that has grown long, and nothing that would follow a hole", async () => {
  const posts = Array.from({ length: 1_000 }, (_, n) => ({ id: String(n) }));
  const grown = { posts, next: "on", previous: null };
  await (
    await openPage()
  ).keepNow("ada", [[home, { pages: [grown, page("older")], pageParams: [null, "on"] }]]);
  const later = await openPage();
  await later.showSeen();
  expect(later.read(home)).toEqual({ pages: [{ ...grown, posts: posts.slice(0, 100) }], pageParams: [null] });
});

it("keeps one person's answers only", async () => {
  await (await openPage()).keepNow("ada", [[home, "what Ada read"]]);
  await (await openPage()).keepNow("bert", [[["channels"], "what Bert read"]]);
  const later = await openPage();
  expect(await later.showSeen()).toMatchObject({ me: person("bert") });
  expect(later.read(home)).toBeUndefined();
  expect(later.read(["channels"])).toBe("what Bert read");
});

it("forgets whatever holds a post that is gone", async () => {
  const first = await openPage();
  await first.keepNow("ada", [
    [["posts", "thread", "t", ""], { pages: [page("gone")], pageParams: [null] }],
    [home, { pages: [page("there")], pageParams: [null] }],
  ]);
  await first.forgetAnswersWith("gone");
  const later = await openPage();
  await later.showSeen();
  expect(later.read(["posts", "thread", "t", ""])).toBeUndefined();
  expect(later.read(home)).toBeDefined();
});

it("keeps eighty answers, the newest, and none for longer than a week", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000_000_000 });
  const old = await openPage();
  await old.keepNow("ada", [[["posts", "one", "old"], "old"]]);
  vi.setSystemTime(1_000_000_001_000);
  const many = Array.from({ length: 80 }, (_one, at): [unknown[], unknown] => [
    ["posts", "one", `${at}`],
    at,
  ]);
  await (await openPage()).keepNow("ada", many);
  const later = await openPage();
  await later.showSeen();
  expect(later.read(["posts", "one", "old"])).toBeUndefined();
  expect(later.read(["posts", "one", "79"])).toBe(79);
  vi.setSystemTime(1_000_000_001_000 + 8 * 24 * 3_600_000);
  expect(await (await openPage()).showSeen()).toBeUndefined();
});
