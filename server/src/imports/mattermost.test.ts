import { Emoji } from "@meridian/shared/reactions";
import mongoose from "mongoose";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { ChannelModel, MembershipModel } from "../channels/model.ts";
import { connect, disconnect } from "../database/connect.ts";
import { OfficeModel } from "../offices/model.ts";
import { PersonModel } from "../people/model.ts";
import { PostModel } from "../posts/model.ts";
import type { ImportOptions } from "./company.ts";
import { emojiByName } from "./emoji.ts";
import { importMattermost } from "./mattermost.ts";
import { Report } from "./report.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "meridian-import-"));
  await connect(inject("mongodbUri"), `test-${randomBytes(6).toString("hex")}`);
});
beforeEach(async () => {
  await mongoose.connection.db!.dropDatabase();
  await Promise.all(mongoose.modelNames().map((name) => mongoose.model(name).createIndexes()));
});
afterAll(async () => {
  await mongoose.connection.db!.dropDatabase();
  await disconnect();
  await rm(folder, { recursive: true, force: true });
});

const line = (type: string, value: unknown) => JSON.stringify({ type, [type]: value });
const user = (username: string, position: string, more: object = {}) =>
  line("user", {
    username,
    email: `${username.toLowerCase()}@company.example`,
    first_name: username,
    last_name: "Test",
    position,
    teams: [{ name: "company", channels: [{ name: "general" }, { name: "secret" }] }],
    ...more,
  });
const at = Date.parse("2019-05-06T07:08:09Z");
const head = [
  line("version", 1),
  line("team", { name: "company", display_name: "Old Company", type: "O" }),
  line("channel", { team: "company", name: "general", display_name: "General", type: "O" }),
  line("channel", { team: "company", name: "secret", display_name: "Secret", type: "P", purpose: "Hush" }),
  user("Zoë", "Sydney", { email: "zoe@company.example" }),
  user("ben", "New York", { roles: "system_admin system_user" }),
];
const thread = line("post", {
  team: "company",
  channel: "general",
  user: "zoë",
  message: "Hello @ben, see #maths: $x^2$",
  create_at: at,
  reactions: [
    { user: "ben", emoji_name: "tada", create_at: at + 5 },
    { user: "ben", emoji_name: "party_blob", create_at: at + 6 },
  ],
  replies: [
    { user: "ben", message: "Hi", create_at: at + 1_000 },
    { user: "ben", message: "again, in the same second", create_at: at + 1_000 },
    { user: "nobody", message: "who?", create_at: at + 2_000 },
    { user: "zoë", message: "x".repeat(9_000), create_at: at + 3_000 },
  ],
});

async function take(lines: string[], options: ImportOptions = {}, zipped = false) {
  const file = join(folder, `${randomBytes(4).toString("hex")}.jsonl`);
  const text = `${lines.join("\n")}\n`;
  await writeFile(file, zipped ? gzipSync(text) : text);
  const complaints: string[] = [];
  const report = new Report(
    (complaint) => complaints.push(complaint),
    () => {},
  );
  await importMattermost(file, options, report);
  return { report, complaints };
}

describe("an import", () => {
  it("into an empty database brings the company, its offices, people, channels and threads", async () => {
    const { report, complaints } = await take([...head, thread]);
    expect(report.added).toEqual({ offices: 2, channels: 2, people: 2, posts: 1, replies: 3, reactions: 1 });
    expect(complaints).toEqual([
      expect.stringMatching(/^line 7: reaction: :party_blob: /),
      expect.stringMatching(/^line 7: reply 3: its author, nobody, /),
    ]);
    const zone = (await OfficeModel.findOne({ city: "Sydney" }).lean())?.zone;
    expect(zone).toBe("Australia/Sydney");
    const [zoe, ben] = [
      await PersonModel.findOne({ handle: "zoe" }).lean(),
      await PersonModel.findOne({ handle: "ben" }).lean(),
    ];
    expect(ben).toMatchObject({ role: "admin", name: "ben Test", job: "", passwordHash: null });
    const root = await PostModel.findOne({ isReply: false }).lean();
    expect(root).toMatchObject({
      authorId: zoe!._id,
      createdAt: new Date(at),
      hashtags: ["maths"],
      mentions: [ben!._id],
      replyCount: 3,
      lastReplyAt: new Date(at + 3_000),
      reactions: [{ emoji: "🎉", personId: ben!._id }],
    });
    const secret = await ChannelModel.findOne({ slug: /^secret--[0-9a-f]{6}$/ }).lean();
    expect(secret).toMatchObject({ private: true, about: "Hush" });
    expect(await MembershipModel.countDocuments({ channelId: secret!._id, private: true })).toBe(2);
    const longest = await PostModel.findOne({ createdAt: new Date(at + 3_000) }).lean();
    expect(longest!.body).toHaveLength(9_000);
  });

  it("run again, plain or gzipped, doubles nothing and adds what is new", async () => {
    await take([...head, thread]);
    const before = await PostModel.find().sort({ _id: 1 }).lean();
    const { report } = await take([...head, thread], {}, true);
    expect(report.added).toEqual({ offices: 0, channels: 0, people: 0, posts: 0, replies: 0, reactions: 0 });
    expect(report.there).toEqual({ channels: 2, people: 2, posts: 1, replies: 3 });
    expect(await PostModel.find().sort({ _id: 1 }).lean()).toEqual(before);

    const longer = JSON.parse(thread) as { post: { replies: object[] } };
    longer.post.replies.push({ user: "ben", message: "later", create_at: at + 9_000 });
    const third = await take([...head, JSON.stringify(longer)]);
    expect(third.report.added).toMatchObject({ posts: 0, replies: 1 });
    const root = await PostModel.findOne({ isReply: false }).lean();
    expect(root).toMatchObject({ replyCount: 4, lastReplyAt: new Date(at + 9_000) });
  });

  it("names every line that it can't take and goes on", async () => {
    const post = (more: object) =>
      line("post", {
        team: "company",
        channel: "general",
        user: "ben",
        message: "m",
        create_at: at,
        ...more,
      });
    const { report, complaints } = await take([
      ...head,
      "{ not json",
      "",
      "null",
      line("emoji", { name: "blob" }),
      line("direct_post", { message: "psst" }),
      post({ channel: "nowhere" }),
      post({ user: "nobody" }),
      post({ message: "  " }),
      post({ create_at: "yesterday" }),
      post({ create_at: Date.now() + 86_400_000 }),
      user("noffice", "Developer"),
      line("user", { username: "x", email: "no address" }),
      line("channel", { team: "company", name: "odd", type: "D" }),
      line("version", 2),
      post({ message: "last" }),
    ]);
    expect(complaints.map((complaint) => Number(/^line (\d+):/.exec(complaint)?.[1]))).toEqual([
      7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
    ]);
    expect(report.refused).toBe(13);
    expect(report.added.posts).toBe(1);
  });

  it("takes what came before the cut of a file that was cut short", async () => {
    const file = join(folder, "cut.jsonl.gz");
    const posts = Array.from({ length: 400 }, (_, n) =>
      line("post", {
        team: "company",
        channel: "general",
        user: "ben",
        message: randomBytes(60).toString("hex"),
        create_at: at + n,
      }),
    );
    const whole = gzipSync([...head, ...posts].join("\n"));
    await writeFile(file, whole.subarray(0, whole.length - 5_000));
    const complaints: string[] = [];
    const report = new Report(
      (text) => complaints.push(text),
      () => {},
    );
    await importMattermost(file, {}, report);
    expect(complaints.at(-1)).toContain("can't be read from here on");
    expect(await PostModel.countDocuments()).toBeGreaterThan(100);
  });

  it("puts people whose position is no city into the office that was named, and keeps handles apart", async () => {
    await take([...head, user("dev", "Developer")], { office: "Lima", officeZone: "America/Lima" });
    const dev = await PersonModel.findOne({ handle: "dev" }).lean();
    const lima = await OfficeModel.findOne({ city: "Lima" }).lean();
    expect(dev).toMatchObject({ officeId: lima!._id, job: "Developer" });
    await take([user("Ben!", "Sydney", { email: "other@company.example" }), user("sydney", "Sydney")]);
    const handles = (await PersonModel.find().lean()).map((person) => person.handle);
    expect(handles.toSorted()).toEqual(["ben", "ben-2", "dev", "sydney-2", "zoe"]);
    await expect(take([...head], { office: "Rome" })).rejects.toThrow(/no office in Rome/);
  });

  it("never lets what was private into a channel that is open", async () => {
    await take([...head, thread]);
    const { complaints } = await take([
      line("channel", { team: "company", name: "general", display_name: "General", type: "P" }),
      user("ben", "New York"),
      line("post", { team: "company", channel: "general", user: "ben", message: "canary", create_at: at }),
    ]);
    expect(complaints).toHaveLength(2);
    expect(await PostModel.countDocuments({ body: "canary" })).toBe(0);
  });

  it("knows only emoji that people could have chosen here", () => {
    expect([...emojiByName.values()].filter((emoji) => !Emoji.safeParse(emoji).success)).toEqual([]);
  });
});
