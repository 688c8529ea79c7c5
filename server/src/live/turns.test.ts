import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { Turns } from "./turns.ts";

const here = () => true;

it("a few come in at once, of a thousand no fifth within the same second", async () => {
  const turns = new Turns();
  const begun = performance.now();
  await Promise.all(Array.from({ length: 20 }, () => turns.turn(here)));
  expect(performance.now() - begun).toBeLessThan(40);
  let came = 0;
  for (let n = 0; n < 1_000; n += 1) void turns.turn(here).then(() => (came += 1));
  await sleep(1_000);
  expect(came).toBeGreaterThan(100);
  expect(came).toBeLessThan(200);
});

it("who has left takes no turn from those who wait", async () => {
  const turns = new Turns();
  const gone = () => false;
  await Promise.all(Array.from({ length: 20 }, () => turns.turn(here)));
  for (let n = 0; n < 1_000; n += 1) void turns.turn(gone);
  const begun = performance.now();
  await turns.turn(here);
  expect(performance.now() - begun).toBeLessThan(200);
});
