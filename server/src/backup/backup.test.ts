import { peopleApi } from "@meridian/shared/people";
import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import mongoose from "mongoose";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { verifyAudit } from "../audit/verify.ts";
import { connect, disconnect } from "../database/connect.ts";
import { createLog } from "../log.ts";
import { type RunningNode, startNode } from "../node.ts";
import { setAvatar } from "../people/avatars.ts";
import { PostModel } from "../posts/model.ts";
import { buildChannel, buildCompany, buildPerson, buildPost, type Signed } from "../test/build.ts";
import { listenAs, request, succeed, testKeys } from "../test/startServer.ts";
import { checkBackup, restoreBackup } from "./restore.ts";
import { takeBackup } from "./take.ts";

const { Double, Int32, Long } = mongoose.mongo;
const databases = ["from", "into"].map((name) => `test-${name}-${randomBytes(5).toString("hex")}`);
let folder: string;
let file: string;
let node: RunningNode;
let author: Signed;
let cursor: string;
let avatar: string;
/** By id, when each was acknowledged. */
const acknowledged = new Map<string, number>();
let begun: number;

const start = () =>
  startNode(
    {
      port: 0,
      host: "127.0.0.1",
      publicUrl: undefined,
      keys: testKeys,
      rateLimits: false,
      trustedProxies: 0,
    },
    createLog("silent"),
  );

/** A company that posts fifty times a second while its backup is taken. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "meridian-backup-"));
  file = join(folder, "company.backup");
  await connect(inject("mongodbUri"), databases[0]!);
  node = await start();
  await buildCompany();
  author = await buildPerson();
  const { id } = await buildChannel(node.url, author);
  const picture = await sharp({ create: { width: 20, height: 20, channels: 3, background: "teal" } })
    .png()
    .toBuffer();
  const me = await succeed(node.url, peopleApi.me, {}, author.token);
  avatar = (await setAvatar(me, author.id, picture)).avatar!;
  const posting: Promise<void>[] = [];
  const post = async () => {
    const { id: postId } = await buildPost(node.url, author, { channelIds: [id] });
    acknowledged.set(postId, performance.now());
  };
  const timer = setInterval(() => posting.push(post()), 20);
  while (acknowledged.size < 30) await sleep(20);
  begun = performance.now();
  await kinds().insertOne({ double: new Double(1), long: Long.fromNumber(1), int: 1 });
  await takeBackup(file);
  clearInterval(timer);
  await Promise.all(posting);
  cursor = (await request(node.url, peopleApi.me, {}, author.token)).headers.get("meridian-position")!;
});
afterAll(async () => {
  for (const name of databases) await mongoose.connection.useDb(name).dropDatabase();
  await disconnect();
  await rm(folder, { recursive: true, force: true });
});

describe("a backup", () => {
  it("is whole, for its owner's eyes only, and nothing else is left beside it", async () => {
    const { collections } = await checkBackup(file);
    expect(collections.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["people", "posts", "avatars", "audit"]),
    );
    expect(collections.map(({ name }) => name)).not.toContain("presence");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(["company.backup"]);
  });

  it.each([
    ["cut off", (whole: Buffer) => whole.subarray(0, whole.length - 100), /ends too early|cut off/],
    [
      "cut off and packed again",
      (whole: Buffer) => gzipSync(gunzipSync(whole).subarray(0, -200)),
      /ends too early|seal/,
    ],
    [
      "with a letter changed",
      (whole: Buffer) => gzipSync(changed(gunzipSync(whole))),
      /not what was written/,
    ],
    ["with a byte changed", (whole: Buffer) => bent(whole, whole.length >> 1), /cut off or changed|not what/],
    [
      "with something added",
      (whole: Buffer) => gzipSync(Buffer.concat([gunzipSync(whole), empty])),
      /added to its end/,
    ],
    ["of another kind", () => gzipSync("-- MySQL dump"), /no backup of Meridian/],
    ["not packed", () => Buffer.from("hello"), /cut off or changed/],
    ["empty", () => Buffer.alloc(0), /ends too early|cut off/],
  ])("that is %s is refused", async (_how, damage, reason) => {
    const copy = join(folder, "copy");
    await writeFile(copy, damage(await readFile(file)));
    await expect(checkBackup(copy)).rejects.toThrow(reason);
    await rm(copy);
  });

  it("is not put back while a server runs, nor in the place of something unless that is meant", async () => {
    await expect(restoreBackup(file, { replace: true })).rejects.toThrow("A server is running");
    await node.stop();
    await expect(restoreBackup(file, { replace: false })).rejects.toThrow("not empty");
    expect(await PostModel.countDocuments()).toBe(acknowledged.size);
  });

  it("put into an empty database has all that was acknowledged before it began, and old clients fetch anew", async () => {
    await disconnect();
    await connect(inject("mongodbUri"), databases[1]!);
    await restoreBackup(file, { replace: false });
    const there = new Set((await PostModel.find().lean()).map(({ _id }) => String(_id)));
    const before = [...acknowledged].filter(([, at]) => at < begun).map(([id]) => id);
    expect(before.length).toBeGreaterThan(25);
    expect(before.filter((id) => !there.has(id))).toEqual([]);
    const { bad, last } = await verifyAudit();
    expect(bad).toBeNull();
    expect(last).not.toBeNull();

    node = await start();
    expect((await fetch(`${node.url}/api/avatars/${avatar}`)).status).toBe(200);
    const old = await listenAs(node.url, author.token, cursor);
    expect(old.states).toEqual(["resync"]);
    expect(old.events).toEqual([]);
    const now = (await request(node.url, peopleApi.me, {}, author.token)).headers.get("meridian-position")!;
    const fresh = await listenAs(node.url, author.token, now);
    expect(fresh.states).toEqual(["ready"]);
    old.close();
    fresh.close();
    await node.stop();
  });

  it("put in the place of a database brings its records, indexes and kinds of numbers, and nothing of what was there", async () => {
    const posts = () => mongoose.connection.db!.collection("posts");
    const written = await posts().find().sort({ _id: 1 }).toArray();
    expect(await kinds().findOne({}, { promoteValues: false })).toMatchObject({
      double: new Double(1),
      long: Long.fromNumber(1),
      int: new Int32(1),
    });
    await PostModel.updateMany({}, { $set: { body: "altered since" } });
    await mongoose.connection.db!.collection("strangers").insertOne({ a: 1 });
    await restoreBackup(file, { replace: true });
    expect(await posts().find().sort({ _id: 1 }).toArray()).toEqual(written);
    const names = (await mongoose.connection.db!.listCollections().toArray()).map(({ name }) => name);
    expect(names.filter((name) => /strangers|restoring/.test(name))).toEqual([]);
    const unique = (await posts().indexes()).filter((index) => index.unique).map((index) => index.key);
    expect(unique).toContainEqual({ authorId: 1, key: 1 });
  });
});

const kinds = () => mongoose.connection.db!.collection("kinds");
const empty = Buffer.from(mongoose.mongo.BSON.serialize({}));

const bent = (whole: Buffer, at: number) => Buffer.from(whole).fill(255 - whole[at]!, at, at + 1);

/** One letter of the first post's text is another. */
function changed(content: Buffer): Buffer {
  content[content.indexOf("Post ") + 1] = "a".charCodeAt(0);
  return content;
}
