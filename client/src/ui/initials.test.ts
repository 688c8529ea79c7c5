import { describe, expect, test } from "vitest";
import { hueOf, initials } from "./initials.ts";

describe("initials", () => {
  test.each([
    ["Ada Lovelace", "AL"],
    ["Jean-Luc de la Tour", "JT"],
    ["  Grace   Brewster  Hopper ", "GH"],
    ["Cher", "C"],
    ["josé", "J"],
    ["e\u0301mile zola", "ÉZ"],
    ["Νίκος Παπαδόπουλος", "ΝΠ"],
    ["ßeta", "SS"],
    ["王小明", "王"],
    ["王 小明", "王"],
    ["김 민준", "김"],
    ["🦊 Fox", "F"],
    ["Fox 🦊", "F"],
    ["🦊", "🦊"],
    ["👩🏽‍🚀 🚀", "👩🏽‍🚀"],
    ["(they) O’Brien", "TO"],
    ["'t Hooft", "TH"],
    ["R2 D2", "RD"],
    ["मीरा शर्मा", "मीश"],
    ["", "?"],
    ["   ", "?"],
    ["—", "—"],
  ])("%j becomes %j", (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});

describe("hueOf", () => {
  test("stays with an id, within the circle, and spreads", () => {
    const hues = Array.from({ length: 500 }, (_, at) => hueOf(`65f0c0ffee${at}`));
    expect(hues[7]).toBe(hueOf("65f0c0ffee7"));
    expect(hues.every((hue) => Number.isInteger(hue) && hue >= 0 && hue < 360)).toBe(true);
    expect(new Set(hues.map((hue) => Math.floor(hue / 30))).size).toBe(12);
  });
});
