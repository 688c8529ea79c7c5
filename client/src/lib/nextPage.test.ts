import { InfiniteQueryObserver } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { queryClient } from "./cache.ts";
import { nextPage } from "./nextPage.ts";

it("a page more doesn't break off a list that is being fetched anew, and comes after it", async () => {
  let version = 1;
  const answers: (() => void)[] = [];
  const list = new InfiniteQueryObserver(queryClient, {
    queryKey: ["posts", "threads", ""],
    queryFn: async ({ pageParam }) => {
      await new Promise<void>((resolve) => answers.push(resolve));
      return `page ${pageParam}, version ${version}`;
    },
    initialPageParam: 1,
    getNextPageParam: (_page, _pages, last: number) => last + 1,
  });
  const stop = list.subscribe(() => {});
  const answerAll = async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      answers.splice(0).forEach((give) => give());
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  await answerAll();
  expect(list.getCurrentResult().data?.pages).toEqual(["page 1, version 1"]);
  version = 2;
  void queryClient.invalidateQueries({ queryKey: ["posts", "threads"] });
  const more = nextPage(list.getCurrentResult());
  await answerAll();
  await more;
  expect(list.getCurrentResult().data?.pages).toEqual(["page 1, version 2", "page 2, version 2"]);
  stop();
});
