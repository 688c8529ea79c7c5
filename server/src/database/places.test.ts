import { randomBytes } from "node:crypto";
import mongoose, { Types } from "mongoose";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { MarkModel, type StoredMark } from "../posts/marks.ts";
import { connect, disconnect } from "./connect.ts";
import { beyond, cut } from "./places.ts";

beforeAll(() => connect(inject("mongodbUri"), `test-${randomBytes(6).toString("hex")}`));
afterAll(async () => {
  await mongoose.connection.db?.dropDatabase();
  await disconnect();
});

it.each([
  ["$gt", 1],
  ["$lt", -1],
] as const)("a list is read to its end page by page (%s), what is of one moment too", async (side, order) => {
  const personId = new Types.ObjectId();
  const marks = Array.from({ length: 9 }, (_, at) => ({
    _id: new Types.ObjectId(),
    personId,
    postId: new Types.ObjectId(),
    savedAt: new Date(1_000 * Math.floor(at / 4)),
    changedAt: new Date(),
  }));
  await MarkModel.insertMany(marks.toReversed());
  const read: string[] = [];
  let place: string | null | undefined;
  do {
    const found = await MarkModel.find({
      $and: [{ personId }, beyond<StoredMark>(place ?? undefined, side, "savedAt")],
    })
      .sort({ savedAt: order, _id: order })
      .limit(4)
      .lean<StoredMark[]>();
    const { shown, next } = cut(found, 3, "savedAt");
    read.push(...shown.map((mark) => String(mark._id)));
    place = next;
  } while (place);
  const ids = marks.map((mark) => String(mark._id));
  expect(read).toEqual(order === 1 ? ids : ids.toReversed());
});
