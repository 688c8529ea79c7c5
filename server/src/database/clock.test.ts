import { randomBytes } from "node:crypto";
import mongoose from "mongoose";
import { afterAll, afterEach, beforeAll, expect, inject, it, vi } from "vitest";
import { clock } from "../clock.ts";
import { connect, disconnect, primaryAnswers } from "./connect.ts";

const { now } = Date;
/** How far the server's clock is from the time, which is also the database's. Milliseconds. */
const wrong = () => clock.millis() - now();

/** Somebody sets this machine's clock. */
const setMachine = (ahead: number) => vi.spyOn(Date, "now").mockImplementation(() => now() + ahead);

beforeAll(() => connect(inject("mongodbUri"), `test-${randomBytes(6).toString("hex")}`));
afterEach(async () => {
  vi.restoreAllMocks();
  await expect.poll(primaryAnswers, { timeout: 5_000 }).toBe(true);
});
afterAll(async () => {
  await mongoose.connection.db!.dropDatabase();
  await disconnect();
});

it("a machine whose clock is set keeps to the database's time, and does again when it is put right", async () => {
  for (const ahead of [60_000, 0, -3_600_000]) {
    setMachine(ahead);
    // mongoose waits for the next heartbeat when the last one seems to be long ago
    await expect.poll(primaryAnswers, { timeout: 5_000 }).toBe(true);
    expect(Math.abs(wrong())).toBeLessThan(500);
  }
});

it("a clock that differs by little stays as it is", async () => {
  const before = wrong();
  setMachine(300);
  await primaryAnswers();
  expect(wrong()).toBeCloseTo(before + 300, -2);
});
