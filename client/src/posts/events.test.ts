import { expect, it } from "vitest";
import { queryClient } from "../lib/cache.ts";
import { buildPost } from "../test/buildPost.ts";
import { postHandlers } from "./events.ts";
import { type PostList, postsOf } from "./list.ts";

const tagged = (n: number) =>
  buildPost(n, { text: [{ type: "paragraph", children: [{ type: "hashtag", tag: "launch" }] }] });
const shown = (key: string[]) => postsOf(queryClient.getQueryData<PostList>(key)).map(({ id }) => id);

it("an edit takes a post out of the list of a hashtag that its text no longer has, and leaves it where it was posted", () => {
  const keys = [
    ["posts", "hashtag", "launch"],
    ["posts", "channel", "c1"],
  ];
  for (const key of keys)
    queryClient.setQueryData<PostList>(key, {
      pages: [{ posts: [tagged(2), tagged(1)], next: null, previous: null }],
      pageParams: [null],
    });
  const edited = { ...tagged(2), rev: 2, text: [] };
  postHandlers["post:changed"](edited);
  expect(shown(keys[0]!)).toEqual([tagged(1).id]);
  expect(shown(keys[1]!)).toEqual([edited.id, tagged(1).id]);
  // taken back
  postHandlers["post:changed"]({ ...tagged(2), rev: 3 });
  expect(shown(keys[0]!)).toEqual([edited.id, tagged(1).id]);
});
