import { InfiniteQueryObserver } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { queryClient } from "./cache.ts";
import { CallError } from "./call.ts";
import { nextPage } from "./nextPage.ts";

const anew = () => queryClient.invalidateQueries({ queryKey: ["posts", "threads"] });

/** A list of two pages whose first was fetched; every answer waits until it is given. */
async function open(key: string) {
  const server = { version: 1, secondFails: false };
  const answers: (() => void)[] = [];
  const list = new InfiniteQueryObserver(queryClient, {
    queryKey: ["posts", "threads", key],
    queryFn: async ({ pageParam }) => {
      await new Promise<void>((resolve) => answers.push(resolve));
      if (pageParam === 2 && server.secondFails) throw new CallError("not_found", "");
      return `page ${pageParam}, version ${server.version}`;
    },
    initialPageParam: 1,
    getNextPageParam: (_page, _pages, last: number) => (last < 2 ? last + 1 : null),
  });
  const stop = list.subscribe(() => {});
  const answerAll = async () => {
    for (let turn = 0; turn < 30; turn += 1) {
      answers.splice(0).forEach((give) => give());
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  await answerAll();
  const now = () => list.getCurrentResult();
  expect(now().data?.pages).toEqual(["page 1, version 1"]);
  return { server, answerAll, now, stop };
}

it("a page more doesn't break off a list that is being fetched anew, and comes after it", async () => {
  const { server, answerAll, now, stop } = await open("during");
  server.version = 2;
  void anew();
  const more = nextPage(now());
  await answerAll();
  await more;
  expect(now().data?.pages).toEqual(["page 1, version 2", "page 2, version 2"]);
  stop();
});

it("a page more that is broken off by the list being fetched anew comes after it", async () => {
  const { server, answerAll, now, stop } = await open("before");
  const more = nextPage(now());
  await Promise.resolve();
  server.version = 2;
  void anew();
  await answerAll();
  await more;
  expect(now().data?.pages).toEqual(["page 1, version 2", "page 2, version 2"]);
  stop();
});

it("a page more that is broken off, and then can't be fetched, says so", async () => {
  const { server, answerAll, now, stop } = await open("failing");
  server.secondFails = true;
  const more = nextPage(now());
  await Promise.resolve();
  void anew();
  await answerAll();
  await more;
  expect(now().data?.pages).toEqual(["page 1, version 1"]);
  expect(now().isFetchNextPageError).toBe(true);
  stop();
});
