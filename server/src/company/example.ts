import type { Role } from "@meridian/shared/people";
import { Types } from "mongoose";
import { AuditHeadModel, AuditModel } from "../audit/model.ts";
import { CaseModel, ReportModel } from "../cases/model.ts";
import { ChannelModel, MembershipModel } from "../channels/model.ts";
import { clock } from "../clock.ts";
import { isDuplicate, transaction } from "../database/connect.ts";
import { NoticeModel } from "../notices/model.ts";
import { OfficeModel } from "../offices/model.ts";
import { PersonModel, type StoredPerson } from "../people/model.ts";
import { MarkModel, type StoredMark } from "../posts/marks.ts";
import { PostModel, type StoredPost, VersionModel } from "../posts/model.ts";
import { RuleModel } from "../rules/model.ts";
import { castOf, membershipsOf } from "./example/cast.ts";
import { pinned } from "./example/channels.ts";
import { deskOf, writeComplaints } from "./example/desk.ts";
import { adminHandle } from "./example/people.ts";
import { Random } from "./example/random.ts";
import { streams } from "./example/streams.ts";
import { type Cast, Writer, type Written } from "./example/threads.ts";
import { alreadySetUp } from "./firstRun.ts";
import { CompanyModel } from "./model.ts";

const day = 86_400_000;
const roles: Record<string, Role> = { "bea.adeyemi": "admin", "chau.pham": "auditor" };
const week = 7 * day;
const weeks = 22;

/** Months of posts take a busy machine longer than an answer usually may. Milliseconds. */
export const longestFilling = 60_000;

/**
 * Fills in the made-up company, about five months of it up to now, and answers its admin. It is the same whenever it
 * is filled in within one week. Nobody has a password unless `passwordHash` gives one to everybody.
 * Throws `conflict` when a company is there already.
 */
export async function foundExample({
  passwordHash = null,
}: { passwordHash?: string | null } = {}): Promise<StoredPerson> {
  const now = clock.millis();
  const random = new Random(20_260_101);
  // 1970 began on a Thursday
  const monday = Math.floor((now - 4 * day) / week) * week + 4 * day;
  const since = monday - (weeks - 1) * week;
  const cast = castOf(random, since, monday + week);
  for (const person of cast.people) person.passwordHash = passwordHash;
  const written = write(cast, random, since);
  written.posts.push(...writeComplaints(cast, since, monday));
  const { posts, versions } = upTo(now, written);
  const memberships = membershipsOf(cast, now, random);
  // a second admin judges appeals, an auditor reads
  for (const person of cast.people) person.role = roles[person.handle] ?? person.role;
  const desk = deskOf(cast, posts, now);
  const company = { _id: "company" as const, name: "Kittiwake", createdAt: new Date(since - 400 * day) };

  // mongoose would check each document against its schema, which types have done already
  const lean = { lean: true } as const;
  try {
    await transaction(async (session) => {
      await CompanyModel.insertMany([company], { ...lean, session });
      await OfficeModel.insertMany(cast.offices, { ...lean, session });
      await ChannelModel.insertMany([...cast.channels.values()], { ...lean, session });
      await PersonModel.insertMany(cast.people, { ...lean, session });
      await MembershipModel.insertMany(memberships, { ...lean, session });
      await PostModel.insertMany(posts, { ...lean, session });
      await VersionModel.insertMany(versions, { ...lean, session });
      await MarkModel.insertMany(marksOf(posts, random), { ...lean, session });
      await RuleModel.insertMany(desk.rules, { ...lean, session });
      await CaseModel.insertMany(desk.cases, { ...lean, session });
      await ReportModel.insertMany(desk.reports, { ...lean, session });
      await NoticeModel.insertMany(desk.notices, { ...lean, session });
      await AuditModel.insertMany(desk.entries, { ...lean, session });
      await AuditHeadModel.insertMany(desk.heads, { ...lean, session });
    });
  } catch (error) {
    throw isDuplicate(error) ? alreadySetUp() : error;
  }
  return cast.people.find((person) => person.handle === adminHandle)!;
}

function write(cast: Cast, random: Random, since: number): Written {
  const writer = new Writer(cast, random);
  for (const { slug, author, body } of pinned) {
    const person = cast.people.find(({ handle }) => handle === author)!;
    const at = cast.hours.get(String(person.officeId))!.within(since, since + week, random);
    if (at === undefined) continue;
    const post = writer.post(person, [slug], body, at);
    post.pinnedIn = [...post.channelIds];
  }
  for (let monday = since; monday < since + weeks * week; monday += week) {
    for (const stream of streams) {
      const count = Math.floor(stream.perWeek) + Number(random.chance(stream.perWeek % 1));
      for (let written = 0; written < count; written += 1) writer.thread(stream, monday);
    }
  }
  return writer.written;
}

/** Leaves out what has not happened yet, and counts what then stands below each first post. */
function upTo(now: number, { posts, versions }: Written): Written {
  const there = posts
    .filter((post) => post.createdAt.getTime() <= now)
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  const roots = new Map(there.map((post) => [String(post._id), post]));
  for (const reply of there) {
    const root = roots.get(String(reply.threadId))!;
    if (!reply.isReply) continue;
    root.replyCount += 1;
    root.lastReplyAt = reply.createdAt;
    root.repliers = [reply.authorId, ...root.repliers.filter((id) => !id.equals(reply.authorId))].slice(0, 3);
  }
  for (const post of there) {
    // nobody reads as fast as that
    const minutes = (now - post.createdAt.getTime()) / 60_000;
    post.reactions = post.reactions.slice(0, Math.floor(minutes / 4));
    if (post.editedAt && post.editedAt.getTime() > now) post.editedAt = null;
  }
  return {
    posts: there,
    versions: versions.filter(({ postId }) => roots.get(String(postId))?.editedAt),
  };
}

/** Whoever wrote in a thread of the last weeks follows it; some posts are saved for later. */
function marksOf(posts: StoredPost[], random: Random): StoredMark[] {
  const recent = posts.slice(-900);
  const marks = new Map<string, StoredMark>();
  for (const { authorId, threadId, createdAt } of recent) {
    const key = `${String(authorId)} ${String(threadId)}`;
    if (marks.has(key)) continue;
    marks.set(key, {
      _id: new Types.ObjectId(random.hex(24)),
      personId: authorId,
      postId: threadId,
      savedAt: random.chance(0.06) ? new Date(createdAt.getTime() + 60_000) : null,
      thread: "following",
      changedAt: createdAt,
    });
  }
  return [...marks.values()];
}
