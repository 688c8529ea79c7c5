import { describe, expect, it } from "vitest";
import { patch, queryClient } from "./cache.ts";

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
});
