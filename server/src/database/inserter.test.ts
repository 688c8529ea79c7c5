import { connect, createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import mongoose from "mongoose";
import { afterEach, expect, inject, test } from "vitest";
import { isDatabaseAway } from "./connect.ts";
import { inserter } from "./together.ts";

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

/** A way to the database that can be cut. */
async function cuttable(): Promise<{ uri: string; cut: () => void }> {
  const direct = new URL(inject("mongodbUri"));
  const sockets = new Set<Socket>();
  const listener = createServer((client) => {
    const server = connect(Number(direct.port), direct.hostname);
    for (const socket of [client, server]) sockets.add(socket.on("error", () => {}));
    client.pipe(server).pipe(client);
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const cut = () => {
    listener.close();
    sockets.forEach((socket) => socket.destroy());
  };
  cleanUps.push(cut);
  return {
    uri: `mongodb://127.0.0.1:${(listener.address() as AddressInfo).port}/?directConnection=true`,
    cut,
  };
}

test("an insert whose connection is lost is not acknowledged, and says that the database is away", async () => {
  const { uri, cut } = await cuttable();
  const connection = mongoose.createConnection(uri, { dbName: "inserter", serverSelectionTimeoutMS: 300 });
  cleanUps.push(() => connection.close(true));
  await connection.asPromise();
  const Note = connection.model("Note", new mongoose.Schema({ text: String }));
  const insert = inserter(Note);
  await insert(new Note({ text: "before" }).toObject());
  cut();
  const errors = await Promise.all(
    ["during", "too"].map((text) =>
      insert(new Note({ text }).toObject()).then(
        () => null,
        (error: unknown) => error,
      ),
    ),
  );
  expect(errors.map(isDatabaseAway)).toEqual([true, true]);
});

test("of inserts that go together each hears of its own", async () => {
  const connection = mongoose.createConnection(inject("mongodbUri"), { dbName: "inserter-together" });
  cleanUps.push(() => connection.close(true));
  await connection.asPromise();
  await connection.dropDatabase();
  const Note = connection.model("Note", new mongoose.Schema({ text: String }));
  const insert = inserter(Note);
  const twice = new Note({ text: "twice" }).toObject();
  const answers = await Promise.allSettled([
    insert(twice),
    insert(twice),
    insert(new Note({ text: "other" }).toObject()),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(await Note.countDocuments()).toBe(2);
});
