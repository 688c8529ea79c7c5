import type { Case } from "@meridian/shared/cases";
import type { Me } from "@meridian/shared/people";
import type { QueryFilter } from "mongoose";
import { AuditModel } from "../audit/model.ts";
import { CaseModel, ReportModel, type StoredCase, type StoredReport } from "../cases/model.ts";
import { clock } from "../clock.ts";
import { transaction } from "../database/connect.ts";
import { briefsOf } from "../people/present.ts";
import { type StoredPost, type StoredVersion, VersionModel } from "../posts/model.ts";
import { accessCase, mayJudge, mayJudgeAppeal, presentEvent } from "./access.ts";
import { auditCase } from "./change.ts";
import { postOf } from "./decide.ts";
import { inSight } from "./desk.ts";
import { presentPast, presentRow } from "./present.ts";

/**
 * A case with everything that is needed to judge it. That somebody looked at what others can't see is written down,
 * once a day; when somebody who may judge it looked first is kept for the figures.
 */
export async function showCase(me: Me, { id }: { id: string }): Promise<Case> {
  const found = await accessCase(me, id);
  const post = await postOf(null, found);
  await noteLook(me, found, post);
  const [row, reports, versions, earlier, similar] = await Promise.all([
    presentRow(found),
    ReportModel.find({ caseId: found._id }).sort({ at: 1, _id: 1 }).limit(500).lean<StoredReport[]>(),
    post ? VersionModel.find({ postId: post._id }).sort({ at: 1 }).lean<StoredVersion[]>() : [],
    decided(me, found, { authorId: found.authorId }, { openedAt: -1, _id: -1 }),
    decided(
      me,
      found,
      { ruleIds: { $in: found.ruleIds }, authorId: { $ne: found.authorId } },
      { "decision.at": -1 },
    ),
  ]);
  const people = await briefsOf(
    [
      found.purgeAskedBy,
      ...reports.map((report) => report.reporterId),
      ...found.notes.map((note) => note.by),
      ...found.history.flatMap((event) => [event.by, event.to]),
    ].filter((one) => one !== null),
  );
  return {
    ...row,
    mayJudge: mayJudge(me, found),
    mayJudgeAppeal: mayJudgeAppeal(me, found),
    post: post && post.state !== "purged" ? presentSubject(post, versions) : null,
    reports: reports.map((report) => ({
      id: String(report._id),
      reporter: people.get(String(report.reporterId))!,
      ruleId: String(report.ruleId),
      note: report.note,
      at: report.at.toISOString(),
    })),
    flags: found.flags.map(({ screenId, name, matched, at }) => ({
      screenId: screenId && String(screenId),
      name,
      matched,
      at: at.toISOString(),
    })),
    notes: found.notes.map(({ _id, by, text, at }) => ({
      id: String(_id),
      by: people.get(String(by))!,
      text,
      at: at.toISOString(),
    })),
    history: found.history.map((event) => presentEvent(event, people)),
    appeal: found.appeal && { text: found.appeal.text, at: found.appeal.at.toISOString() },
    purgeAskedBy: found.purgeAskedBy && people.get(String(found.purgeAskedBy))!,
    earlier: await presentPast(earlier),
    similar: await presentPast(similar),
  };
}

const decided = (
  me: Me,
  { _id }: StoredCase,
  which: QueryFilter<StoredCase>,
  order: Record<string, 1 | -1>,
) =>
  CaseModel.find({ $and: [which, { decision: { $ne: null }, _id: { $ne: _id } }, inSight(me)] })
    .sort(order)
    .limit(10)
    .lean<StoredCase[]>();

function presentSubject(post: StoredPost, versions: StoredVersion[]) {
  return {
    body: post.body,
    text: post.text,
    createdAt: post.createdAt.toISOString(),
    editedAt: post.editedAt?.toISOString() ?? null,
    isReply: post.isReply,
    replyCount: post.replyCount,
    locked: post.locked,
    pinnedIn: post.pinnedIn.map(String),
    removedByAuthor: post.state === "removed" && post.removedBy !== "moderator",
    versions: versions.map(({ body, text, at }) => ({
      body,
      text,
      at: at.toISOString(),
    })),
  };
}

async function noteLook(me: Me, found: StoredCase, post: StoredPost | null): Promise<void> {
  if (mayJudge(me, found) && !found.firstLookAt) {
    await CaseModel.updateOne({ _id: found._id, firstLookAt: null }, { $set: { firstLookAt: clock.now() } });
  }
  if (!post || post.state === "visible") return;
  const day = clock.now().toISOString().slice(0, 10);
  const action = "case:viewed" as const;
  if (await AuditModel.exists({ action, caseId: found._id, "actor.id": me.id, day })) return;
  await transaction((session) =>
    auditCase(session, found, { by: me, action, after: { content: post.state } }),
  );
}
