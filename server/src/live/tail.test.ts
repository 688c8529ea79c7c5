import mongoose from "mongoose";
import { pino } from "pino";
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { connect, disconnect } from "../database/connect.ts";
import type { Change, Step } from "./steps.ts";
import { Tail, type TailListener } from "./tail.ts";

const log = pino({ level: "silent" });
const away = () => new mongoose.mongo.MongoNetworkError("the database went away");

beforeAll(() => connect(inject("mongodbUri"), `test-${randomBytes(6).toString("hex")}`));
afterAll(async () => {
  await mongoose.connection.db!.dropDatabase();
  await disconnect();
});

/** Hears a tail of one collection: what it told, and how often it had to start anew. */
class Heard implements TailListener {
  told: string[] = [];
  restarts = 0;
  from = "";
  onMove = () => {};

  started = (from: string) => void (this.from = from);
  restarted = () => void (this.restarts += 1);
  step = (step: Step) => void this.told.push(step.step === "tell" ? step.subject : step.step);
  moved = () => this.onMove();

  async until(condition: () => boolean, millis = 6_000): Promise<void> {
    const start = performance.now();
    while (!condition() && performance.now() - start < millis) await sleep(10);
  }
}

const things = () => mongoose.connection.db!.collection<{ _id: string }>("things");
const tell = async ({ id }: Change<unknown>): Promise<Step[]> => [
  { step: "tell", type: "channel:gone", data: { id }, subject: id, to: [] },
];

describe("the tail", () => {
  it.each([
    ["a connection that broke", away],
    ["no server to be found", () => new mongoose.mongo.MongoServerSelectionError("none", {} as never)],
    ["a node that is no primary", () => labelled("RetryableWriteError")],
  ])(
    "tells a change in spite of %s while it was looked at, each once and in order",
    async (_what, trouble) => {
      const heard = new Heard();
      let failures = 3;
      const ids = ["1", "2", "3"].map((one) => `${randomBytes(4).toString("hex")}-${one}`);
      const announce = async (change: Change<unknown>) => {
        if (change.id === ids[1] && failures-- > 0) throw trouble();
        return tell(change);
      };
      const tail = new Tail({ things: announce }, heard, log);
      await tail.start();
      heard.told = [];
      await things().insertMany(ids.map((_id) => ({ _id })));
      await heard.until(() => heard.told.includes(ids[2]!));
      await tail.stop();
      expect(heard.told).toEqual(ids);
      expect(heard.restarts).toBe(0);
    },
  );

  it("reaches some minutes back when it starts, however quiet they were", async () => {
    const heard = new Heard();
    const tail = new Tail({ nothing: tell }, heard, log);
    await tail.start();
    const seconds = parseInt(heard.from.slice(2, 10), 16);
    await tail.stop();
    expect(Date.now() / 1_000 - seconds).toBeGreaterThan(9 * 60);
  });

  it("waits for nothing when the database has nothing to say", async () => {
    const taken: number[] = [];
    for (let start = 0; start < 3; start += 1) {
      const tail = new Tail({ nothing: tell }, new Heard(), log);
      const begun = performance.now();
      await tail.start();
      taken.push(performance.now() - begun);
      expect(tail.following).toBe(true);
      await tail.stop();
    }
    // a stream that is followed waits half a second for a change; the quickest, since other tests run beside
    expect(Math.min(...taken)).toBeLessThan(500);
  });

  it("starts from now when the last minutes hold more than can be read again in time", async () => {
    await things().insertMany(Array.from({ length: 1_500 }, (_, at) => ({ _id: `many ${at}` })));
    const heard = new Heard();
    const slowly = async (change: Change<unknown>) => {
      await sleep(2);
      return tell(change);
    };
    const tail = new Tail({ things: slowly }, heard, log);
    const begun = performance.now();
    await tail.start();
    expect(performance.now() - begun).toBeLessThan(4_500);
    const seconds = parseInt(heard.from.slice(2, 10), 16);
    expect(Date.now() / 1_000 - seconds).toBeLessThan(10);
    await things().insertOne({ _id: "and on" });
    await heard.until(() => heard.told.at(-1) === "and on");
    await tail.stop();
    expect(heard.told.at(-1)).toBe("and on");
  });

  it("starts anew when its history turns out to be lost while it comes back from an outage", async () => {
    await things().insertOne({ _id: "before" });
    const heard = new Heard();
    const tail = new Tail({ things: tell }, heard, log);
    await tail.start();
    // the connection breaks right after the collection was dropped; what comes next is the end of the stream
    heard.onMove = () => {
      heard.onMove = () => {};
      throw away();
    };
    await mongoose.connection.db!.dropDatabase();
    await heard.until(() => heard.restarts > 0);
    await things().insertOne({ _id: "after" });
    await heard.until(() => heard.told.includes("after"));
    await tail.stop();
    expect(heard.restarts).toBe(1);
    expect(heard.told.at(-1)).toBe("after");
    // a node that starts within minutes of it finds that end in its past
    const late = new Tail({ things: tell }, new Heard(), log);
    await late.start();
    expect(late.following).toBe(true);
    await late.stop();
  });
});

function labelled(label: string): Error {
  const error = new mongoose.mongo.MongoServerError({ message: "not primary", code: 10_107 });
  error.addErrorLabel(label);
  return error;
}
