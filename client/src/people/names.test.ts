import { Handle } from "@meridian/shared/people";
import { expect, test } from "vitest";
import { suggestHandle } from "./names.ts";

test.each([
  ["Zoë van Dijk", "zoe.vandijk"],
  ["Jürgen Weiß", "jurgen.weiss"],
  ["Liam O'Connor", "liam.oconnor"],
  ["  Bo ", "bo"],
  ["李小龍", ""],
])("%s is suggested %s", (name, handle) => {
  expect(suggestHandle(name)).toBe(handle);
});

test("what is suggested for a long name is a handle", () => {
  const handle = suggestHandle("Oluwaseun Adebayo-Featherstonehaugh de la Vega y Montoya");
  expect(Handle.safeParse(handle).success).toBe(true);
});
