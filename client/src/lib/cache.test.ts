import { QueryObserver } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { fetchAnew, patch, queryClient } from "./cache.ts";

const add = (word: string) => (words: string[]) => (words.includes(word) ? words : [...words, word]);

describe("patch", () => {
  it("changes what is there, and nothing that is not", () => {
    queryClient.setQueryData(["words", "a"], ["one"]);
    patch<string[]>({ queryKey: ["words"] }, add("two"));
    expect(queryClient.getQueryData(["words", "a"])).toEqual(["one", "two"]);
    expect(queryClient.getQueryData(["words", "b"])).toBeUndefined();
  });

  it.each(["a first fetch", "a refetch"])(
    "is not undone by the answer of %s that was read before it",
    async (kind) => {
      const queryKey = ["words", kind];
      if (kind === "a refetch") queryClient.setQueryData(queryKey, ["old"]);
      let answer: (words: string[]) => void = () => {};
      const fetching = queryClient.fetchQuery({
        queryKey,
        queryFn: () => new Promise<string[]>((resolve) => (answer = resolve)),
        staleTime: 0,
      });
      patch<string[]>({ queryKey }, add("event"));
      answer(["old"]);
      await fetching;
      expect(queryClient.getQueryData(queryKey)).toEqual(["old", "event"]);
    },
  );

  it("does not reach an answer that was asked for after it was taken back", async () => {
    const queryKey = ["words", "taken out and brought in again"];
    const answers: ((words: string[]) => void)[] = [];
    const observer = new QueryObserver(queryClient, {
      queryKey,
      queryFn: () => new Promise<string[]>((resolve) => answers.push(resolve)),
    });
    queryClient.setQueryData(queryKey, ["there"]);
    const stop = observer.subscribe(() => {});
    void queryClient.invalidateQueries({ queryKey });
    patch<string[]>({ queryKey }, () => []);
    const fetched = fetchAnew({ queryKey });
    answers.forEach((answer) => answer(["there again"]));
    await fetched;
    expect(queryClient.getQueryData(queryKey)).toEqual(["there again"]);
    stop();
  });
});

it("an event that came during a fetch that was broken off does not reach a later one", async () => {
  const queryKey = ["words", "broken off"];
  const answers: ((words: string[]) => void)[] = [];
  const ask = () =>
    new QueryObserver(queryClient, {
      queryKey,
      queryFn: ({ signal }) =>
        new Promise<string[]>((resolve, reject) => {
          signal.addEventListener("abort", () => reject(new Error("broken off")));
          answers.push(resolve);
        }),
    });
  queryClient.setQueryData(queryKey, ["there"]);
  const leave = ask().subscribe(() => {});
  void queryClient.invalidateQueries({ queryKey });
  patch<string[]>({ queryKey }, add("removed since"));
  leave();
  await queryClient.cancelQueries({ queryKey });
  const stop = ask().subscribe(() => {});
  const fetched = queryClient.invalidateQueries({ queryKey });
  answers.at(-1)!(["there"]);
  await fetched;
  expect(queryClient.getQueryData(queryKey)).toEqual(["there"]);
  stop();
});

describe("a first fetch", () => {
  it("that an event has made untrue on its way is made once more", async () => {
    const queryKey = ["words", "from before the event"];
    let truth = "before";
    let answer: () => void = () => {};
    const observer = new QueryObserver(queryClient, {
      queryKey,
      queryFn: () => {
        const read = truth;
        return new Promise<string>((resolve) => (answer = () => resolve(read)));
      },
    });
    const stop = observer.subscribe(() => {});
    truth = "after";
    void queryClient.invalidateQueries({ queryKey });
    answer();
    await expect.poll(() => queryClient.getQueryData(queryKey)).toBe("before");
    answer();
    await expect.poll(() => queryClient.getQueryData(queryKey)).toBe("after");
    stop();
  });
});
