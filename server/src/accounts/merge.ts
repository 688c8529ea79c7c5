import { type Account, canMerge, type MergePreview } from "@meridian/shared/accounts";
import { AppError } from "@meridian/shared/errors";
import type { Me } from "@meridian/shared/people";
import { audit } from "../audit/audit.ts";
import { moveCases, moveReports } from "../cases/merge.ts";
import { CaseModel, ReportModel } from "../cases/model.ts";
import { moveChannels, moveMemberships } from "../channels/merge.ts";
import { MembershipModel } from "../channels/model.ts";
import { clock } from "../clock.ts";
import { transaction } from "../database/connect.ts";
import { InvitationModel } from "../invitations/model.ts";
import { NoticeModel } from "../notices/model.ts";
import { accessPerson } from "../people/access.ts";
import type { Merging } from "../people/merging.ts";
import { PersonModel, type StoredPerson } from "../people/model.ts";
import { isSuspended, presentFrozen, presentPerson } from "../people/present.ts";
import { MarkModel } from "../posts/marks.ts";
import { moveMarks, movePosts } from "../posts/merge.ts";
import { PostModel } from "../posts/model.ts";
import { ScreenModel } from "../screening/model.ts";
import { endSessions } from "../sessions/end.ts";
import { targetOf } from "./actions.ts";
import { presentAccount } from "./present.ts";

interface Pair {
  id: string;
  into: string;
}

/** How much would go over, and whether anything stands in its way. */
export async function previewMerge(me: Me, pair: Pair): Promise<MergePreview> {
  const { from } = await accessPair(me, pair);
  return { ...(await countsOf(from)), barred: await barOf(from) };
}

/**
 * Makes all that is one's the other's. First the one is closed for good, in one transaction with the entry in the log;
 * then things go over in pieces, each of which may be done again. A merge that was cut off is sent again to be finished.
 */
export async function mergeAccounts(me: Me, pair: Pair): Promise<Account> {
  const { from, into } = await accessPair(me, pair);
  if (!from.merged) await begin(me, from, into);
  await moveAll({ from: from._id, into: into._id }, into);
  await PersonModel.updateOne(
    { _id: from._id, "merged.into": into._id, "merged.finishedAt": null },
    { $set: { "merged.finishedAt": clock.now() }, $inc: { rev: 1 } },
  );
  return presentAccount(await accessPerson(pair.into));
}

/** Both, if `me` may make one of them. */
async function accessPair(me: Me, { id, into: other }: Pair) {
  const [from, into] = await Promise.all([accessPerson(id), accessPerson(other)]);
  if (!canMerge(me, await presentPerson(from), await presentPerson(into))) {
    throw new AppError("forbidden", "You can't merge these two accounts.");
  }
  return { from, into };
}

async function begin(me: Me, from: StoredPerson, into: StoredPerson): Promise<void> {
  const bar = await barOf(from);
  if (bar === "sanctioned") throw new AppError("conflict", "Who is suspended or frozen can't be merged.");
  const counts = await countsOf(from);
  await transaction(async (session) => {
    const { modifiedCount } = await PersonModel.updateOne(
      { _id: from._id, merged: null },
      {
        $set: { leftAt: from.leftAt ?? clock.now(), merged: { into: into._id, finishedAt: null } },
        $inc: { rev: 1 },
      },
      { session },
    );
    if (modifiedCount === 0) return refuseOtherThan(from, into);
    // written, not read: of two that would go into each other at the same moment, the later one finds this
    const { matchedCount } = await PersonModel.updateOne(
      { _id: into._id, leftAt: null },
      { $inc: { rev: 1 } },
      { session },
    );
    const unfinished = { "merged.into": from._id, "merged.finishedAt": null };
    if (matchedCount === 0 || (await PersonModel.exists(unfinished).session(session)))
      throw new AppError("conflict", "Another merge of one of these accounts has to be finished first.");
    await PersonModel.updateMany(
      { "merged.into": from._id },
      { $set: { "merged.into": into._id }, $inc: { rev: 1 } },
      { session },
    );
    await endSessions({ personId: from._id }, session);
    const after = { into: String(into._id), name: into.name, ...counts };
    const scope = { officeId: from.officeId };
    await audit(session, { by: me, action: "person:merged", target: targetOf(from), scope, after });
  });
}

/** Somebody else began at the same moment: with the same two, this goes on with theirs. */
async function refuseOtherThan({ _id }: StoredPerson, into: StoredPerson): Promise<void> {
  if ((await accessPerson(String(_id))).merged?.into.equals(into._id)) return;
  throw new AppError("conflict", "This account has gone into another one.");
}

/** What gives access comes first. */
async function moveAll(merging: Merging, into: StoredPerson): Promise<void> {
  const { from: theirs, into: its } = merging;
  await moveMemberships(merging);
  await moveChannels(merging);
  await moveReports(merging);
  await moveCases(merging, into.role !== "admin" && into.leads.length === 0);
  await NoticeModel.updateMany({ personId: theirs }, { $set: { personId: its } });
  await InvitationModel.updateMany({ invitedBy: theirs }, { $set: { invitedBy: its } });
  await ScreenModel.updateMany({ createdBy: theirs }, { $set: { createdBy: its } });
  await movePosts(merging);
  await moveMarks(merging);
}

/** Whoever is suspended or frozen would be free of it under the other name. */
async function barOf(from: StoredPerson): Promise<MergePreview["barred"]> {
  if (from.merged) return null;
  if (isSuspended(from) || presentFrozen(from)) return "sanctioned";
  const unfinished = { "merged.into": from._id, "merged.finishedAt": null };
  return (await PersonModel.exists(unfinished)) ? "unfinished" : null;
}

async function countsOf({ _id: id }: StoredPerson): Promise<Omit<MergePreview, "barred">> {
  const [posts, replies, reactions, mentions, memberships, marks, notices, reports, cases] =
    await Promise.all([
      PostModel.countDocuments({ authorId: id, isReply: false }),
      PostModel.countDocuments({ authorId: id, isReply: true }),
      PostModel.countDocuments({ "reactions.personId": id }),
      PostModel.countDocuments({ mentions: id }),
      MembershipModel.countDocuments({ personId: id, following: true }),
      MarkModel.countDocuments({ personId: id }),
      NoticeModel.countDocuments({ personId: id }),
      ReportModel.countDocuments({ reporterId: id }),
      CaseModel.countDocuments({ authorId: id }),
    ]);
  return { posts, replies, reactions, mentions, memberships, marks, notices, reports, cases };
}
