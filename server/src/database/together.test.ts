import { describe, expect, it, vi } from "vitest";
import { together } from "./together.ts";

describe("what is asked together", () => {
  it("goes in one question with what is asked in the same turn, and with what comes while one is on its way", async () => {
    const asked: number[][] = [];
    let answer = () => {};
    const double = together<number, number>(async (wanted) => {
      asked.push(wanted);
      await new Promise<void>((resolve) => (answer = resolve));
      return wanted.map((one) => one * 2);
    });
    const first = Promise.all([double(1), double(5)]);
    await Promise.resolve();
    expect(asked).toEqual([[1, 5]]);
    const rest = Promise.all([double(2), double(3), double(2)]);
    answer();
    expect(await first).toEqual([2, 10]);
    await vi.waitUntil(() => asked.length === 2);
    expect(asked[1]).toEqual([2, 3, 2]);
    answer();
    expect(await rest).toEqual([4, 6, 4]);
  });

  it("is refused one by one, or all together, and goes on after it", async () => {
    let broken = false;
    const half = together<number, number>(async (wanted) => {
      if (broken) throw new Error("away");
      return wanted.map((one) => (one % 2 === 0 ? one / 2 : new Error(`${one} is odd`)));
    });
    const mixed = await Promise.allSettled([half(4), half(5), half(6)]);
    expect(mixed.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    broken = true;
    await expect(Promise.all([half(2), half(4)])).rejects.toThrow("away");
    broken = false;
    expect(await half(8)).toBe(4);
  });

  it("asks for so many at most", async () => {
    const sizes: number[] = [];
    const same = together<number, number>(async (wanted) => {
      sizes.push(wanted.length);
      await Promise.resolve();
      return wanted;
    }, 2);
    expect(await Promise.all([same(1), same(2), same(3), same(4)])).toEqual([1, 2, 3, 4]);
    expect(sizes).toEqual([2, 2]);
  });
});
