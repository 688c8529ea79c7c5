import { randomBytes } from "node:crypto";
import mongoose from "mongoose";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { PostModel } from "../posts/model.ts";
import { connect, disconnect } from "./connect.ts";

const dbName = `test-${randomBytes(6).toString("hex")}`;
const names = async () =>
  (await PostModel.collection.indexes()).map(({ name, partialFilterExpression }) =>
    JSON.stringify([name, partialFilterExpression]),
  );

beforeAll(() => connect(inject("mongodbUri"), dbName));
afterAll(async () => {
  await mongoose.connection.db!.dropDatabase();
  await disconnect();
});

it("what is missing, or was made otherwise, is as the schema says after the next start", async () => {
  const wanted = await names();
  await PostModel.collection.dropIndex("threadId_1_createdAt_1__id_1");
  await PostModel.collection.dropIndex("hashtags_1_privateTo_1_createdAt_-1__id_-1");
  await PostModel.collection.createIndex({ hashtags: 1, privateTo: 1, createdAt: -1, _id: -1 });
  expect(await names()).not.toEqual(wanted);
  await disconnect();
  await connect(inject("mongodbUri"), dbName);
  expect((await names()).toSorted()).toEqual(wanted.toSorted());
});

it("what a server of another version relies on stays when this one starts", async () => {
  const name = await PostModel.collection.createIndex({ key: 1, authorId: 1 }, { unique: true });
  await PostModel.collection.dropIndex("threadId_1_createdAt_1__id_1");
  await disconnect();
  await connect(inject("mongodbUri"), dbName);
  expect(await PostModel.collection.indexExists(name)).toBe(true);
  await PostModel.collection.dropIndex(name);
});

it("a start makes no index anew that is there already", async () => {
  expect(await PostModel.diffIndexes()).toEqual({ toDrop: [], toCreate: [] });
});
