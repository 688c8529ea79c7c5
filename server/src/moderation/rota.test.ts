import { casesApi } from "@meridian/shared/cases";
import { deskApi } from "@meridian/shared/desk";
import { noticesApi } from "@meridian/shared/notices";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { CaseModel } from "../cases/model.ts";
import { clock } from "../clock.ts";
import { OfficeModel } from "../offices/model.ts";
import { NoticeModel } from "../notices/model.ts";
import { buildCompany, buildPerson, buildPost, buildReport, type Signed } from "../test/build.ts";
import { request, succeed, useServer } from "../test/startServer.ts";
import { closeOver, raiseLate } from "./keeper.ts";

const server = useServer();
let admin: Signed;
let sydney: Signed;
let staff: Signed;

beforeAll(async () => {
  ({ admin } = await buildCompany());
  const office = (await OfficeModel.findOne({ city: "Sydney" }).lean())!;
  sydney = await buildPerson({ city: "Sydney", leads: [office._id] });
  staff = await buildPerson({ city: "Sydney" });
});
afterEach(() => clock.correct(new Date()));

// a Wednesday: London works from 9 UTC, Sydney (UTC+11) from 22 UTC of the day before
const evening = "2030-01-16T18:30:00Z";

describe("the rota", () => {
  it("says who is at work until when, and who comes next", async () => {
    const { url } = server.node;
    clock.correct(new Date("2030-01-16T23:10:00Z"));
    const rota = await succeed(url, deskApi.rota, {}, admin.token);
    expect(rota).toMatchObject({
      now: [{ person: { id: sydney.id }, until: "2030-01-17T07:00:00.000Z" }],
      next: [{ person: { id: admin.id }, from: "2030-01-17T09:00:00.000Z" }],
    });
    await OfficeModel.updateOne({ city: "London" }, { $set: { holidays: ["2030-01-17"] } });
    const { next } = await succeed(url, deskApi.rota, {}, admin.token);
    expect(next[0]!.from).toBe("2030-01-18T09:00:00.000Z");
    await OfficeModel.updateOne({ city: "London" }, { $set: { holidays: [] } });
    expect((await request(url, deskApi.rota, {}, staff.token)).status).toBe(403);
  });
});

describe("a case that nobody decides", () => {
  it("is raised once to those who may judge it, after so many hours in which one of them was at work", async () => {
    const { url } = server.node;
    await succeed(url, deskApi.editSettings, { raiseAfterHours: 2 }, admin.token);
    clock.correct(new Date(evening));
    const { channelId } = (await OfficeModel.findOne({ city: "Sydney" }).lean())!;
    const post = await buildPost(url, staff, { channelIds: [String(channelId)] });
    await buildReport(url, admin, { kind: "post", id: post.id });
    const raisedAt = async () => (await CaseModel.findOne({ "target.id": post.id }).lean())!.raisedAt;
    // neither office works before 22 UTC: three and a half hours are not enough
    clock.correct(new Date("2030-01-16T22:00:00Z"));
    await raiseLate();
    expect(await raisedAt()).toBeNull();
    clock.correct(new Date("2030-01-17T00:10:00Z"));
    await Promise.all([raiseLate(), raiseLate()]);
    await raiseLate();
    expect(await raisedAt()).not.toBeNull();
    const told = await NoticeModel.find({ kind: "caseRaised" }).lean();
    // the admin reported it and may not judge it
    expect(told.map(({ personId }) => String(personId))).toEqual([sydney.id]);
    const { notices } = await succeed(url, noticesApi.list, {}, sydney.token);
    expect(notices[0]).toMatchObject({ kind: "caseRaised", readAt: null });
  });

  it("shows in the figures of its office until somebody looks", async () => {
    const { url } = server.node;
    clock.correct(new Date("2030-01-20T00:00:00Z"));
    const before = await succeed(url, deskApi.figures, {}, sydney.token);
    expect(before.offices).toMatchObject([{ cases: 1, waiting: 1, medianMinutes: null }]);
    const { cases } = await succeed(url, casesApi.list, {}, sydney.token);
    await succeed(url, casesApi.show, { id: cases[0]!.id }, sydney.token);
    const after = await succeed(url, deskApi.figures, {}, sydney.token);
    const minutes = (Date.parse("2030-01-20T00:00:00Z") - Date.parse(evening)) / 60_000;
    expect(after.offices).toMatchObject([{ waiting: 0, medianMinutes: minutes, p90Minutes: minutes }]);
  });
});

it("what was decided is closed when it can't be appealed any more", async () => {
  const { url } = server.node;
  const { channelId } = (await OfficeModel.findOne({ city: "Sydney" }).lean())!;
  const post = await buildPost(url, staff, { channelIds: [String(channelId)] });
  await buildReport(url, await buildPerson(), { kind: "post", id: post.id });
  const { _id, rev } = (await CaseModel.findOne({ "target.id": post.id }).lean())!;
  const act = { id: String(_id), rev, actions: ["hide" as const], reason: "r" };
  await succeed(url, casesApi.act, act, admin.token);
  const state = async () => (await CaseModel.findById(_id).lean())!.state;
  await closeOver();
  expect(await state()).toBe("upheld");
  clock.correct(new Date(Date.now() + 21 * 86_400_000));
  await Promise.all([closeOver(), closeOver()]);
  expect(await state()).toBe("closed");
  const { history } = (await CaseModel.findById(_id).lean())!;
  expect(history.filter(({ act: one }) => one === "closed")).toHaveLength(1);
});
