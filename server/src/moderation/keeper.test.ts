import { setTimeout as sleep } from "node:timers/promises";
import { expect, it, vi } from "vitest";
import { createLog } from "../log.ts";
import { useServer } from "../test/startServer.ts";
import { Keeper } from "./keeper.ts";

useServer();

it("who was stopped in the middle of a beat begins no other one", async () => {
  const later = globalThis.setTimeout;
  const beats: (() => void)[] = [];
  vi.spyOn(globalThis, "setTimeout").mockImplementation(((work: () => void, millis: number) => {
    if (millis === 60_000) beats.push(work);
    return later(work, millis);
  }) as typeof setTimeout);
  const [stays, stops] = [new Keeper(createLog("silent")), new Keeper(createLog("silent"))];
  stays.start();
  stops.start();
  expect(beats).toHaveLength(2);
  for (const beat of beats.splice(0)) beat();
  stops.stop();
  await vi.waitUntil(() => beats.length > 0);
  await sleep(200);
  expect(beats).toHaveLength(1);
  stays.stop();
  vi.restoreAllMocks();
});
