import { describe, expect, it } from "vitest";
import { buildPost as post } from "../test/buildPost.ts";
import {
  dropChannel,
  leavesOut,
  mostUnasked,
  type PostList,
  postsOf,
  remove,
  replacePerson,
  upsert,
} from "./list.ts";

const list = (pages: number[][], more = false): PostList => ({
  pages: pages.map((numbers, at) => ({
    posts: numbers.map((n) => post(n)),
    next: more || at < pages.length - 1 ? "more" : null,
    previous: null,
  })),
  pageParams: pages.map(() => null),
});

const numbers = (found: PostList) => postsOf(found).map((one) => Number(one.id));

describe("a list of posts", () => {
  it("stops growing at its top when nobody looks, and says that it leaves newer ones out", () => {
    let stream = list([[2, 1]]);
    for (let n = 3; n <= mostUnasked + 500; n += 1) stream = upsert(stream, post(n), "newest");
    expect([postsOf(stream).length, leavesOut(stream)]).toEqual([mostUnasked, true]);
    stream = upsert(stream, post(5, { rev: 2, body: "edited" }), "newest");
    expect(postsOf(stream).find(({ body }) => body === "edited")).toBeDefined();
    expect(leavesOut(list([[2, 1]]))).toBe(false);
  });

  it("puts a post in its place, once, however often it is heard", () => {
    let stream = list([
      [9, 7],
      [5, 3],
    ]);
    for (const n of [10, 6, 6, 1, 10]) stream = upsert(stream, post(n), "newest");
    expect(numbers(stream)).toEqual([10, 9, 7, 6, 5, 3, 1]);
  });

  it("leaves out what lies beyond the pages that were loaded", () => {
    expect(numbers(upsert(list([[9, 7]], true), post(2), "newest"))).toEqual([9, 7]);
    const middle: PostList = {
      pages: [{ posts: [post(5)], next: "more", previous: "more" }],
      pageParams: [null],
    };
    expect(numbers(upsert(middle, post(2), "oldest"))).toEqual([5]);
    expect(numbers(upsert(middle, post(8), "oldest"))).toEqual([5]);
  });

  it("orders a thread from its start, posts of one millisecond by their ids", () => {
    const createdAt = post(1).createdAt;
    let thread: PostList = { pages: [{ posts: [], next: null, previous: null }], pageParams: [null] };
    for (const n of [3, 1, 2]) thread = upsert(thread, post(n, { createdAt }), "oldest");
    expect(numbers(thread)).toEqual([1, 2, 3]);
  });

  it("keeps the newest state, in whichever order two of them are heard", () => {
    const [older, newer] = [post(5, { rev: 2, body: "older" }), post(5, { rev: 3, body: "newer" })];
    for (const order of [
      [older, newer],
      [newer, older],
    ]) {
      const found = order.reduce((now, one) => upsert(now, one, "newest"), list([[5]]));
      expect(postsOf(found)[0]!.body).toBe("newer");
    }
  });

  it("takes out what was removed, and keeps a tombstone where there are replies", () => {
    const gone = { id: post(5).id, rev: 2, threadId: post(5).id, channelIds: ["c1"], post: null };
    expect(numbers(remove(list([[7, 5]]), gone))).toEqual([7]);
    const tombstone = post(5, { rev: 2, state: "removed", body: "" });
    expect(postsOf(remove(list([[7, 5]]), { ...gone, post: tombstone }))[1]!.body).toBe("");
    // a removal that is older than what is shown (it was restored since) does nothing
    const restored = upsert(list([[7]]), post(5, { rev: 3 }), "newest");
    expect(numbers(remove(restored, gone))).toEqual([7, 5]);
  });

  it("forgets a channel that was left, but not what stands in another one too", () => {
    const both = upsert(list([[5]]), post(7, { channelIds: ["c1", "c2"] }), "newest");
    expect(numbers(dropChannel(both, "c1"))).toEqual([7]);
  });

  it("shows a new name beside every post of that person and no other", () => {
    const person = { id: "ana", name: "Ana Maria", handle: "ana", officeId: "berlin", avatar: null };
    expect(postsOf(replacePerson(list([[5]]), person))[0]!.author.name).toBe("Ana Maria");
    const untouched = list([[5]]);
    expect(replacePerson(untouched, { ...person, id: "bob" })).toBe(untouched);
  });
});
