import { randomBytes } from "node:crypto";
import mongoose, { Types } from "mongoose";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { connect, disconnect } from "../database/connect.ts";
import { forgetEverything, trustWhile } from "../database/remembered.ts";
import { OfficeModel } from "../offices/model.ts";
import { officeZone } from "../offices/zones.ts";
import { ScreenModel } from "../screening/model.ts";
import { lookThrough } from "../screening/screens.ts";
import { buildCompany, buildPerson } from "../test/build.ts";
import { PersonModel } from "./model.ts";
import { briefsOf, forgetBrief } from "./present.ts";

// no server follows the change stream here: what it would say is said by the test
let stopTrusting = () => {};
let officeId: Types.ObjectId;

beforeAll(async () => {
  await connect(inject("mongodbUri"), `test-${randomBytes(6).toString("hex")}`);
  officeId = (await buildCompany()).offices.get("London")!._id;
  // what another test's database said
  forgetEverything();
  stopTrusting = trustWhile(() => true);
});
afterAll(async () => {
  stopTrusting();
  await mongoose.connection.db!.dropDatabase();
  await disconnect();
});

const nameOf = async (id: string) => (await briefsOf([id])).get(id)!.name;

/** As another process does, past this one. */
const rename = (id: string, name: string) =>
  PersonModel.collection.updateOne({ _id: new Types.ObjectId(id) }, { $set: { name } });

it("whose record changes while others are looked up keeps a name", async () => {
  const [known, absent] = [await buildPerson(), await buildPerson()];
  const name = await nameOf(known.id);
  const asked = briefsOf([known.id, absent.id]);
  forgetBrief(known.id);
  expect((await asked).get(known.id)!.name).toBe(name);
});

it("a name that was on its way while it changed is not remembered", async () => {
  const { id } = await buildPerson();
  const asked = briefsOf([id]);
  forgetBrief(id);
  await asked;
  await rename(id, "Renamed");
  expect(await nameOf(id)).toBe("Renamed");
});

it("names, zones and screens are asked anew when something may have been missed", async () => {
  const { id } = await buildPerson({ name: "Before" });
  await ScreenModel.insertOne({
    name: "words",
    kind: "words",
    words: ["canary"],
    action: "flag",
    createdBy: new Types.ObjectId(),
    createdAt: new Date(),
  });
  const shown = async () => [
    await nameOf(id),
    await officeZone(officeId),
    (await lookThrough("canary")).length,
  ];
  const before = ["Before", "Europe/London", 1];
  expect(await shown()).toEqual(before);
  await rename(id, "After");
  await OfficeModel.collection.updateOne({ _id: officeId }, { $set: { zone: "Europe/Dublin" } });
  await ScreenModel.collection.deleteMany({});
  expect(await shown()).toEqual(before);
  forgetEverything();
  expect(await shown()).toEqual(["After", "Europe/Dublin", 0]);
});
