import mongoose from "mongoose";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { createLog } from "../log.ts";
import { useServer } from "../test/startServer.ts";
import { Presence } from "./presence.ts";

const server = useServer();

it("who has stopped says no more that anybody is online, also when it was just about to", async () => {
  const stored = mongoose.connection.collection("presence");
  await expect.poll(() => stored.countDocuments()).toBe(1);
  for (let at = 0; at < 5; at += 1) {
    const presence = new Presence(server.node.sockets, createLog("silent"));
    presence.start();
    await presence.stop();
  }
  await sleep(200);
  expect(await stored.countDocuments()).toBe(1);
});
