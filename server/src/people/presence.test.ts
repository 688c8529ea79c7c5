import { peopleApi } from "@meridian/shared/people";
import mongoose from "mongoose";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { createLog } from "../log.ts";
import { buildCompany, buildPerson } from "../test/build.ts";
import { listenAs, succeed, useServer } from "../test/startServer.ts";
import { byOffice, Presence } from "./presence.ts";

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

it("whoever moves to another office is online there from the next beat on, without a new connection", async () => {
  const { admin, offices } = await buildCompany();
  const { id, token } = await buildPerson({ city: "London" });
  const listener = await listenAs(server.node.url, token);
  const whereOnline = async () => {
    const presence = await succeed(server.node.url, peopleApi.presence, {}, token);
    return presence.offices.filter(({ online }) => online.includes(id)).map(({ officeId }) => officeId);
  };
  const [london, sydney] = ["London", "Sydney"].map((city) => String(offices.get(city)!._id));
  await expect.poll(whereOnline, { timeout: 5_000 }).toEqual([london]);
  await succeed(server.node.url, peopleApi.edit, { id, officeId: sydney }, admin.token);
  await expect.poll(whereOnline, { timeout: 5_000 }).toEqual([sydney]);
  expect(listener.states).not.toContain("closed");
  listener.close();
});

it("ten thousand people of one office, each there twice, are put in order within a fraction of a beat", () => {
  const present = Array.from({ length: 20_000 }, (_, at) => ({
    officeId: "one",
    personId: String((at * 7_919) % 10_000).padStart(24, "0"),
  }));
  const began = performance.now();
  const online = byOffice(present).get("one")!;
  expect(performance.now() - began).toBeLessThan(500);
  expect(online).toHaveLength(10_000);
  expect(online).toEqual(online.toSorted());
});
