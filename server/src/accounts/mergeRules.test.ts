import { accountsApi } from "@meridian/shared/accounts";
import { channelsApi } from "@meridian/shared/channels";
import { postsApi } from "@meridian/shared/posts";
import { Types } from "mongoose";
import { beforeAll, describe, expect, it } from "vitest";
import { AuditModel } from "../audit/model.ts";
import { verifyAudit } from "../audit/verify.ts";
import { clock } from "../clock.ts";
import { PersonModel } from "../people/model.ts";
import { MarkModel } from "../posts/marks.ts";
import { PostModel, type StoredPost } from "../posts/model.ts";
import { buildCompany, buildPerson, buildPost, type Signed } from "../test/build.ts";
import { request, succeed, useServer } from "../test/startServer.ts";

const server = useServer();
let admin: Signed;
let everyone: string;

beforeAll(async () => {
  ({ admin } = await buildCompany());
  const { channels } = await succeed(server.node.url, channelsApi.list, {}, admin.token);
  everyone = channels.find((channel) => channel.slug === "everyone")!.id;
});

const merge = (from: Signed, into: Signed, token = admin.token) =>
  request(server.node.url, accountsApi.merge, { id: from.id, into: into.id }, token);
const merged = (from: Signed, into: Signed) =>
  succeed(server.node.url, accountsApi.merge, { id: from.id, into: into.id }, admin.token);
const entriesAbout = (id: string) => AuditModel.find({ "target.id": id }).lean();

describe("a merge", () => {
  it("is written down once with its counts, however often and by however many it is sent", async () => {
    const { url } = server.node;
    const [from, into] = [await buildPerson(), await buildPerson()];
    await buildPost(url, from, { channelIds: [everyone] });
    await Promise.all([merged(from, into), merged(from, into)]);
    await merged(from, into);
    const entries = await entriesAbout(from.id);
    expect(entries.map(({ action }) => action)).toEqual(["person:merged"]);
    expect(entries[0]!.after).toMatchObject({ into: into.id, posts: 1, replies: 0 });
    expect((await verifyAudit()).bad).toBeNull();
  });

  it("that was cut off says so, and goes on when it is sent again", async () => {
    const { url } = server.node;
    const [from, into] = [await buildPerson(), await buildPerson()];
    const post = await buildPost(url, from, { channelIds: [everyone] });
    await merged(from, into);
    await PostModel.updateOne({ _id: post.id }, { $set: { authorId: from.person._id } });
    await PersonModel.updateOne({ _id: from.id }, { $set: { "merged.finishedAt": null } });
    const listed = async () =>
      (await succeed(url, accountsApi.list, { q: from.person.email }, admin.token)).accounts[0]!.merged;
    expect(await listed()).toMatchObject({ finished: false });
    // nothing goes on into a third meanwhile
    expect((await merge(into, await buildPerson())).status).toBe(409);
    await merged(from, into);
    expect(await listed()).toMatchObject({ finished: true });
    expect((await succeed(url, postsApi.show, { id: post.id }, admin.token)).author.id).toBe(into.id);
    expect(await entriesAbout(from.id)).toHaveLength(1);
  });

  it("takes over more than one piece holds", async () => {
    const { url } = server.node;
    const [from, into] = [await buildPerson(), await buildPerson()];
    const { id } = await buildPost(url, from, { channelIds: [everyone] });
    const post = (await PostModel.findById(id).lean<StoredPost>())!;
    const personId = from.person._id;
    const many = Array.from({ length: 4_100 }, (_, at) => ({
      ...post,
      _id: new Types.ObjectId(),
      key: `many-${at}`,
      createdAt: new Date(post.createdAt.getTime() - at),
    }));
    await PostModel.insertMany(many);
    const marks = many.slice(0, 450).map(({ _id }) => ({
      personId,
      postId: _id,
      savedAt: clock.now(),
      thread: "none" as const,
      changedAt: clock.now(),
    }));
    await MarkModel.insertMany(marks);
    await merged(from, into);
    const author = into.person._id;
    expect(await PostModel.countDocuments({ authorId: author })).toBe(4_101);
    expect(await PostModel.countDocuments({ authorId: author, rev: 2 })).toBe(4_101);
    expect(await MarkModel.countDocuments({ personId: author, savedAt: { $ne: null } })).toBe(450);
    expect(await MarkModel.countDocuments({ personId })).toBe(0);
  });

  it("is an admin's, and not of oneself, of an admin, of one account or into one that is closed", async () => {
    const [from, into] = [await buildPerson(), await buildPerson()];
    const statuses = [
      await merge(from, into, (await buildPerson()).token),
      await merge(from, into, (await buildPerson({ role: "auditor" })).token),
      await merge(admin, into),
      await merge(await buildPerson({ role: "admin" }), into),
      await merge(from, from),
      await merge(from, await buildPerson({ leftAt: new Date() })),
    ].map(({ status }) => status);
    expect(statuses).toEqual(statuses.map(() => 403));
    expect((await merge(from, { ...into, id: "0".repeat(24) })).status).toBe(404);
    expect((await PersonModel.findById(from.id).lean())!.leftAt).toBeNull();
  });

  it("frees nobody from a sanction, and gives nobody a role", async () => {
    const { url } = server.node;
    const into = await buildPerson();
    const frozen = {
      until: new Date(clock.millis() + 60_000),
      reason: "r",
      ruleId: null,
      caseId: into.person._id,
    };
    for (const held of [
      await buildPerson({ suspended: { until: null, reason: "r" } }),
      await buildPerson({ frozen }),
    ]) {
      const pair = { id: held.id, into: into.id };
      expect((await succeed(url, accountsApi.previewMerge, pair, admin.token)).barred).toBe("sanctioned");
      expect((await merge(held, into)).status).toBe(409);
    }
    const lead = await buildPerson({ role: "auditor", leads: [into.person.officeId] });
    expect(await merged(lead, into)).toMatchObject({ role: "staff", leads: [] });
  });

  it("of two accounts into each other at the same moment happens one way only", async () => {
    const [one, two] = [await buildPerson(), await buildPerson()];
    const answers = await Promise.all([merge(one, two), merge(two, one)]);
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    expect(answers.every(({ status }) => status < 500)).toBe(true);
    const people = await PersonModel.find({ _id: { $in: [one.id, two.id] }, leftAt: null }).lean();
    expect(people).toHaveLength(1);
  });
});
