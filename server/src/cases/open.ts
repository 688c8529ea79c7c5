import { type ClientSession, Types } from "mongoose";
import { loadChannels } from "../channels/access.ts";
import { clock } from "../clock.ts";
import { isDuplicate, transaction } from "../database/connect.ts";
import { PersonModel, type StoredPerson } from "../people/model.ts";
import { CaseModel, type StoredCase, type StoredFlag } from "./model.ts";

/** What a case can be about, as far as a case needs to know it. */
export interface Subject {
  target: StoredCase["target"];
  threadId: Types.ObjectId | null;
  authorId: Types.ObjectId;
  channelIds: Types.ObjectId[];
  privateTo: Types.ObjectId | null;
}

/** The post's case is about what it says; a reply's too. */
export const subjectOfPost = (post: Omit<Subject, "target"> & { _id: Types.ObjectId }): Subject => ({
  target: { kind: "post", id: post._id },
  threadId: post.threadId,
  authorId: post.authorId,
  channelIds: post.channelIds,
  privateTo: post.privateTo,
});

export const subjectOfPerson = ({ _id }: { _id: Types.ObjectId }): Subject => ({
  target: { kind: "profile", id: _id },
  threadId: null,
  authorId: _id,
  channelIds: [],
  privateTo: null,
});

/** The case of this target that nobody has decided yet, or a new one. */
export async function findOrOpen(
  session: ClientSession,
  subject: Subject,
  source: StoredCase["source"],
): Promise<StoredCase> {
  const pendingKey = `${subject.target.kind}:${String(subject.target.id)}`;
  const found = await CaseModel.findOne({ pendingKey }).session(session).lean<StoredCase>();
  if (found) return found;
  const opened = { ...(await newCase(subject, source, session)), pendingKey };
  await CaseModel.insertMany([opened], { session });
  return opened;
}

/** Runs a transaction that may open a case; who comes second at the same moment finds the case of the first. */
export async function opening<T>(work: (session: ClientSession) => Promise<T>): Promise<T> {
  try {
    return await transaction(work);
  } catch (error) {
    if (!isDuplicate(error) || !String(error).includes("pendingKey")) throw error;
    return transaction(work);
  }
}

export async function newCase(
  subject: Subject,
  source: StoredCase["source"],
  session: ClientSession | null = null,
): Promise<StoredCase> {
  const author = await PersonModel.findById(subject.authorId).session(session).lean<StoredPerson>();
  const channels = await loadChannels(subject.channelIds);
  return { ...blankCase(subject, author!, channels, clock.now()), source };
}

/** A case before anybody has said or done anything about it, and in whose care it is. */
export function blankCase(
  { target, threadId, authorId, channelIds, privateTo }: Subject,
  author: Pick<StoredPerson, "role" | "leads" | "officeId">,
  channels: { officeId: string | Types.ObjectId | null }[],
  at: Date,
): StoredCase {
  const its = channels.length === 1 && !privateTo ? channels[0]!.officeId : null;
  // what a lead or an admin wrote, and what stands in several channels or in nobody's office, is for admins
  const ordinary = author.role !== "admin" && author.leads.length === 0;
  return {
    _id: new Types.ObjectId(),
    rev: 1,
    actedRev: 0,
    state: "open",
    outcome: "pending",
    target,
    pendingKey: null,
    threadId,
    authorId,
    channelIds,
    private: privateTo !== null,
    officeId: its ? new Types.ObjectId(its) : author.officeId,
    careOf: its && ordinary ? new Types.ObjectId(its) : null,
    source: "report",
    reportCount: 0,
    ruleIds: [],
    reporterIds: [],
    flags: [],
    claimedBy: null,
    openedAt: at,
    firstLookAt: null,
    raisedAt: null,
    decision: null,
    undo: null,
    appeal: null,
    purgeAskedBy: null,
    notes: [],
    history: [{ act: "opened", by: null, at, reason: "", actions: [], to: null }],
  };
}

interface Flagging {
  flags: StoredFlag[];
  ruleIds: Types.ObjectId[];
  /** The post is held: with the case's dismissal it comes into everybody's sight. */
  holds: boolean;
}

/** Adds what screens found to the case of a post. */
export async function flag(
  session: ClientSession,
  subject: Subject,
  { flags, ruleIds, holds }: Flagging,
): Promise<StoredCase> {
  const found = await findOrOpen(session, subject, "screening");
  await CaseModel.updateOne(
    { _id: found._id },
    {
      ...(holds && { $set: { undo: { ...found.undo, content: "visible" as const } } }),
      $push: { flags: { $each: flags, $slice: -50 } },
      $addToSet: { ruleIds: { $each: ruleIds } },
      $inc: { rev: 1 },
    },
    { session },
  );
  return found;
}
