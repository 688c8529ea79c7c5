import type { Channel } from "@meridian/shared/channels";
import { rulesApi } from "@meridian/shared/companyRules";
import { channelsApi } from "@meridian/shared/channels";
import type { Post } from "@meridian/shared/posts";
import { postsApi } from "@meridian/shared/posts";
import { type CaseTarget, type MyReport, reportsApi } from "@meridian/shared/reports";
import { threadsApi } from "@meridian/shared/threads";
import { randomBytes } from "node:crypto";
import { Types } from "mongoose";
import { followFirstChannels } from "../company/arrive.ts";
import { foundCompany } from "../company/firstRun.ts";
import { clock } from "../clock.ts";
import { OfficeModel, type StoredOffice } from "../offices/model.ts";
import { insertPerson } from "../people/insert.ts";
import type { StoredPerson } from "../people/model.ts";
import { newPost } from "../posts/actions.ts";
import { PostModel, type StoredPost } from "../posts/model.ts";
import { SessionModel } from "../sessions/model.ts";
import { hashToken, Tokens } from "../sessions/tokens.ts";
import { succeed, testKeys } from "./startServer.ts";

const tokens = new Tokens(testKeys);
const unique = () => randomBytes(5).toString("hex");

/** Somebody who is signed in. */
export interface Signed {
  id: string;
  person: StoredPerson;
  token: string;
  sessionId: string;
}

const hours = { days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" };
export const cities = [
  { city: "London", zone: "Europe/London", workingHours: hours, holidays: [] },
  { city: "Berlin", zone: "Europe/Berlin", workingHours: hours, holidays: [] },
  { city: "Sydney", zone: "Australia/Sydney", workingHours: hours, holidays: [] },
];

/** A company with three offices, and its admin. */
export async function buildCompany(): Promise<{ admin: Signed; offices: Map<string, StoredOffice> }> {
  const handle = `admin-${unique()}`;
  const admin = await foundCompany({
    companyName: "Meridian Test",
    offices: cities,
    admin: {
      name: "Ada Admin",
      handle,
      email: `${handle}@example.com`,
      password: "correct horse",
      city: "London",
    },
  });
  const offices = await OfficeModel.find().lean<StoredOffice[]>();
  return { admin: await signIn(admin), offices: new Map(offices.map((office) => [office.city, office])) };
}

/** A person in an office, signed in. */
export async function buildPerson(given: Partial<StoredPerson> & { city?: string } = {}): Promise<Signed> {
  const { city = "London", ...rest } = given;
  const office = await OfficeModel.findOne({ city }).lean<StoredOffice>();
  const handle = `p-${unique()}`;
  const person = await insertPerson({
    email: `${handle}@example.com`,
    handle,
    name: `Person ${handle}`,
    officeId: office!._id,
    ...rest,
  });
  await followFirstChannels(person);
  return signIn(person);
}

/** A session as signing in makes it, without the cost of a password. */
export async function signIn(person: StoredPerson): Promise<Signed> {
  const _id = new Types.ObjectId();
  const now = clock.now();
  await SessionModel.insertOne({
    _id,
    personId: person._id,
    currentHash: hashToken(tokens.firstRefresh(String(_id))),
    previousHash: null,
    rotatedAt: now,
    userAgent: "test",
    createdAt: now,
    expiresAt: new Date(now.getTime() + 86_400_000),
    endedAt: null,
  });
  const ids = { personId: String(person._id), sessionId: String(_id) };
  return { id: ids.personId, person, token: tokens.signAccess(ids), sessionId: ids.sessionId };
}

export const buildChannel = (url: string, owner: Signed, given: Partial<Channel> = {}): Promise<Channel> =>
  succeed(
    url,
    channelsApi.create,
    { name: given.name ?? `Channel ${unique()}`, about: "", private: given.private ?? false },
    owner.token,
  );

export const buildPost = (
  url: string,
  author: Signed,
  given: { channelIds: string[]; body?: string },
): Promise<Post> =>
  succeed(
    url,
    postsApi.create,
    { key: `key-${unique()}`, channelIds: given.channelIds, body: given.body ?? `Post ${unique()}` },
    author.token,
  );

export const buildReply = (
  url: string,
  author: Signed,
  given: { id: string; body?: string },
): Promise<Post> =>
  succeed(
    url,
    threadsApi.reply,
    { id: given.id, key: `key-${unique()}`, body: given.body ?? `Reply ${unique()}` },
    author.token,
  );

/** Reports a post or a profile by the first of the company's rules. */
export async function buildReport(
  url: string,
  reporter: Signed,
  target: CaseTarget,
  note = "",
): Promise<MyReport> {
  const { rules } = await succeed(url, rulesApi.list, {}, reporter.token);
  return succeed(url, reportsApi.report, { target, ruleId: rules[0]!.id, note }, reporter.token);
}

interface Crowd {
  count: number;
  authors: Signed[];
  channels: Channel[];
  /** Named in every fifth post. */
  mention: Signed;
  /** In every third post, the same or another in each. */
  hashtag: string | ((at: number) => string);
  from: Date;
}

/** Posts and replies written straight into the database, a second apart: three of four stand alone, the others are threads of sixty. */
export async function buildPosts(given: Crowd): Promise<StoredPost[]> {
  const { count, authors, channels, mention, hashtag, from } = given;
  const posts: StoredPost[] = [];
  let root: StoredPost | undefined;
  let threads = 0;
  for (let at = 0; at < count; at += 1) {
    // of each 240 posts the first 180 stand alone, the rest is one long thread
    if (at % 240 <= 180) root = undefined;
    const _id = new Types.ObjectId();
    const author = authors[(at * 5) % authors.length]!;
    const channel = channels[threads % channels.length]!;
    const its = new Types.ObjectId(channel.id);
    const where = root ?? { channelIds: [its], privateTo: channel.private ? its : null, threadId: _id };
    const post: StoredPost = {
      ...newPost(
        { id: author.id, officeId: String(author.person.officeId) },
        {
          _id,
          key: `key-${at}`,
          body: `number ${at}`,
          channelIds: where.channelIds,
          privateTo: where.privateTo,
          threadId: where.threadId,
          isReply: root !== undefined,
          listed: root === undefined,
          text: [],
          mentions: at % 5 === 0 ? [mention.person._id] : [],
          hashtags: at % 3 === 0 ? [typeof hashtag === "string" ? hashtag : hashtag(at)] : [],
        },
      ),
      createdAt: new Date(from.getTime() + at * 1_000),
    };
    if (root) Object.assign(root, { replyCount: root.replyCount + 1, lastReplyAt: post.createdAt });
    else [root, threads] = [post, threads + 1];
    posts.push(post);
  }
  await PostModel.insertMany(posts, { lean: true });
  return posts;
}
