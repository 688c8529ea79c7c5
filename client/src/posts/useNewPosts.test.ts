import type { Post } from "@meridian/shared/posts";
import { act, renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { useNewPosts } from "./useNewPosts.ts";

const post = (n: number, author = "ana") =>
  ({ id: String(n), createdAt: new Date(n * 1_000).toISOString(), author: { id: author } }) as Post;

const show = (place: string, newestFirst = true) =>
  renderHook(({ posts }) => useNewPosts(posts, "me", place, newestFirst), {
    initialProps: { posts: [post(3), post(2)] },
  });
const ids = (posts: Post[]) => posts.map((one) => Number(one.id));

describe("a list that grows at its top", () => {
  it("lets new posts wait until they are asked for, one's own excepted", () => {
    const { result, rerender } = show("a");
    rerender({ posts: [post(6, "me"), post(5), post(4), post(3), post(2)] });
    expect([ids(result.current.shown), result.current.arrived]).toEqual([[6, 3, 2], 2]);
    act(() => result.current.showNew());
    expect([ids(result.current.shown), result.current.arrived]).toEqual([[6, 5, 4, 3, 2], 0]);
  });

  it("shows who comes back what they saw", () => {
    show("b").unmount();
    const again = renderHook(() => useNewPosts([post(4), post(3), post(2)], "me", "b", true));
    expect(ids(again.result.current.shown)).toEqual([3, 2]);
  });

  it("hides nothing where the order is another one, such as that of saving", () => {
    const { result, rerender } = show("c", false);
    rerender({ posts: [post(1), post(9), post(3)] });
    expect([ids(result.current.shown), result.current.arrived]).toEqual([[1, 9, 3], 0]);
  });
});
