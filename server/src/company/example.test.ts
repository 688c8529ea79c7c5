import { officeState } from "@meridian/shared/time";
import mongoose from "mongoose";
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { verifyAudit } from "../audit/verify.ts";
import { CaseModel } from "../cases/model.ts";
import { ChannelModel } from "../channels/model.ts";
import { clock } from "../clock.ts";
import { connect, disconnect } from "../database/connect.ts";
import { OfficeModel } from "../offices/model.ts";
import { PersonModel } from "../people/model.ts";
import { PostModel, type StoredPost } from "../posts/model.ts";
import { RuleModel } from "../rules/model.ts";
import { foundExample } from "./example.ts";

const now = new Date("2026-11-25T15:04:05Z");

async function seedAfresh(): Promise<StoredPost[]> {
  await mongoose.connection.db!.dropDatabase();
  await Promise.all(mongoose.modelNames().map((name) => mongoose.model(name).createIndexes()));
  clock.correct(now);
  await foundExample();
  return PostModel.find().sort({ createdAt: 1, _id: 1 }).lean<StoredPost[]>();
}

const asText = (posts: StoredPost[]) =>
  JSON.stringify(posts.map(({ _id, authorId, body, createdAt }) => [_id, authorId, body, createdAt]));

describe("the made-up company", () => {
  let posts: StoredPost[];

  beforeAll(async () => {
    await connect(inject("mongodbUri"), `test-${randomBytes(6).toString("hex")}`);
    posts = await seedAfresh();
  });
  afterAll(async () => {
    await mongoose.connection.db!.dropDatabase();
    await disconnect();
    clock.correct(new Date());
  });

  it("writes only while its author's office works, up to now", async () => {
    const offices = new Map((await OfficeModel.find().lean()).map((office) => [String(office._id), office]));
    const outside = posts.filter(
      (post) => officeState(offices.get(String(post.officeId))!, post.createdAt) !== "working",
    );
    expect(outside).toEqual([]);
    expect(posts.at(-1)!.createdAt.getTime()).toBeLessThanOrEqual(clock.millis());
    expect(clock.millis() - posts.at(-1)!.createdAt.getTime()).toBeLessThan(86_400_000);
    expect(posts.filter((post) => post.listed).length).toBeGreaterThan(1_300);
  });

  it("counts its replies right", () => {
    const replies = new Map<string, StoredPost[]>();
    for (const post of posts.filter(({ isReply }) => isReply)) {
      const id = String(post.threadId);
      replies.set(id, [...(replies.get(id) ?? []), post]);
    }
    for (const root of posts.filter((post) => !post.isReply)) {
      const below = replies.get(String(root._id)) ?? [];
      expect(root.replyCount).toBe(below.length);
      expect(root.lastReplyAt).toEqual(below.at(-1)?.createdAt ?? null);
      expect(below.every((reply) => reply.createdAt > root.createdAt)).toBe(true);
      const newest = [...new Set(below.toReversed().map((reply) => String(reply.authorId)))].slice(0, 3);
      expect(root.repliers.map(String)).toEqual(newest);
    }
  });

  it("fills in every blank of its texts", () => {
    const blanks = posts.filter((post) =>
      /\{[^}]*\}|undefined|\^|^=/.test(post.body.replaceAll(/`[^`]*`/g, "")),
    );
    expect(blanks.map((post) => post.body)).toEqual([]);
  });

  it("keeps to its channels' rules: leads and admins announce, private stays among members", async () => {
    const channels = new Map((await ChannelModel.find().lean()).map((one) => [String(one._id), one]));
    const people = new Map((await PersonModel.find().lean()).map((one) => [String(one._id), one]));
    for (const post of posts) {
      const into = post.channelIds.map((id) => channels.get(String(id))!);
      const author = people.get(String(post.authorId))!;
      const leading = author.role === "admin" || author.leads.length > 0;
      expect(post.privateTo !== null).toBe(into.some((channel) => channel.private));
      if (into.some((channel) => channel.private)) expect([into.length, leading]).toEqual([1, true]);
      if (into.some((channel) => channel.kind === "announcements") && !post.isReply)
        expect(leading).toBe(true);
    }
    expect([...people.values()].filter((person) => person.passwordHash !== null)).toEqual([]);
    expect(people.size).toBe(60);
  });

  it("has a desk with cases in several states, as the rules of the desk allow, and a log that is whole", async () => {
    const cases = await CaseModel.find().lean();
    expect(new Set(cases.map(({ state }) => state)).size).toBeGreaterThan(5);
    const hidden = await PostModel.countDocuments({ state: { $ne: "visible" } });
    expect(hidden).toBe(3);
    for (const { authorId, reporterIds, decision, claimedBy, openedAt } of cases) {
      const judges = [decision?.by, claimedBy].filter(Boolean).map(String);
      for (const id of [authorId, ...reporterIds]) expect(judges).not.toContain(String(id));
      expect(openedAt.getTime()).toBeLessThanOrEqual(clock.millis());
    }
    expect(await RuleModel.countDocuments()).toBe(6);
    expect(await verifyAudit()).toMatchObject({ bad: null });
  });

  it("is the same every time, and is not filled in twice", async () => {
    await expect(foundExample()).rejects.toMatchObject({ code: "conflict" });
    expect(await PostModel.countDocuments()).toBe(posts.length);
    expect(asText(await seedAfresh())).toBe(asText(posts));
  });
});
