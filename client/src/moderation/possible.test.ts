import { expect, test } from "vitest";
import { actionKeys, toggled } from "./possible.ts";

test.each([
  [["dismiss"], "hide", ["hide"]],
  [["hide"], "remove", ["remove"]],
  [["hide"], "warn", ["hide", "warn"]],
  [["hide", "warn"], "hide", ["warn"]],
  [["hide", "freeze"], "suspend", ["hide", "suspend"]],
  [["hide", "warn"], "dismiss", ["dismiss"]],
  [["hide"], "hide", ["hide"]],
] as const)("%j and %s pressed: %j", (chosen, action, next) => {
  expect(toggled([...chosen], action)).toEqual(next);
});

test("no two actions have one key", () => {
  const keys = Object.values(actionKeys);
  expect(new Set(keys).size).toBe(keys.length);
});
