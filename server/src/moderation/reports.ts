import { AppError } from "@meridian/shared/errors";
import { limits } from "@meridian/shared/limits";
import type { Me } from "@meridian/shared/people";
import { canReport, type MyReport, type NewReport } from "@meridian/shared/reports";
import { type ClientSession, Types } from "mongoose";
import { CaseModel, ReportModel, type StoredCase, type StoredReport } from "../cases/model.ts";
import { findOrOpen, opening, type Subject, subjectOfPerson, subjectOfPost } from "../cases/open.ts";
import { clock } from "../clock.ts";
import { beyond, cut } from "../database/places.ts";
import { notify } from "../notices/notify.ts";
import { accessStaying } from "../people/access.ts";
import { accessPost } from "../posts/access.ts";
import { accessRule } from "../rules/actions.ts";

/** Says that something breaks a rule. The second time by the same person adds nothing and answers the same. */
export async function report(me: Me, { target, ruleId, note }: NewReport): Promise<MyReport> {
  const { subject, writtenAt } = await accessSubject(me, target);
  if (!canReport(me, String(subject.authorId))) throw new AppError("forbidden", "You can't report yourself.");
  const rule = await accessRule(ruleId);
  if (!rule.active) {
    throw new AppError("bad_request", "This rule was given up.", { ruleId: "is not in use any more" });
  }
  const earlier = await reportedBefore(me, subject, writtenAt);
  if (earlier) return presentReport(earlier);
  const reported = await opening(async (session) => {
    const found = await findOrOpen(session, subject, "report");
    const first = await ReportModel.findOne({ caseId: found._id, reporterId: me.id })
      .session(session)
      .lean<StoredReport>();
    return first ?? addReport(session, me, found, { ruleId: rule._id, note });
  });
  return presentReport(reported);
}

async function accessSubject(
  me: Me,
  { kind, id }: NewReport["target"],
): Promise<{ subject: Subject; writtenAt: Date | null }> {
  if (kind === "profile") return { subject: subjectOfPerson(await accessStaying(id)), writtenAt: null };
  const post = await accessPost(me, id);
  if (post.state !== "visible") throw new AppError("not_found", "This post is no longer there.");
  return { subject: subjectOfPost(post), writtenAt: post.editedAt ?? post.createdAt };
}

/** My report of the same text, decided since: judging the same again would say the same. */
async function reportedBefore(
  me: Me,
  { target }: Subject,
  writtenAt: Date | null,
): Promise<StoredReport | undefined> {
  const last = await ReportModel.findOne({ reporterId: me.id, "target.id": target.id })
    .sort({ at: -1 })
    .lean<StoredReport>();
  if (!last || !writtenAt || last.at < writtenAt) return undefined;
  return last;
}

async function addReport(
  session: ClientSession,
  me: Me,
  found: StoredCase,
  { ruleId, note }: Pick<StoredReport, "ruleId" | "note">,
): Promise<StoredReport> {
  const added: StoredReport = {
    _id: new Types.ObjectId(),
    caseId: found._id,
    reporterId: new Types.ObjectId(me.id),
    target: found.target,
    ruleId,
    note,
    at: clock.now(),
  };
  await ReportModel.insertMany([added], { session });
  await CaseModel.updateOne(
    { _id: found._id },
    { $inc: { rev: 1, reportCount: 1 }, $addToSet: { ruleIds: ruleId, reporterIds: added.reporterId } },
    { session },
  );
  const postId = found.target.kind === "post" ? found.target.id : null;
  const about = { personId: added.reporterId, reportId: added._id, postId, ruleId };
  await notify(session, [{ ...about, kind: "reportReceived" }]);
  return added;
}

interface Page {
  before?: string | undefined;
  limit?: number | undefined;
}

/** What I reported and what became of it, newest first. */
export async function myReports(
  me: Me,
  { before, limit = limits.pageSize }: Page,
): Promise<{ reports: MyReport[]; next: string | null }> {
  const found = await ReportModel.find({
    $and: [{ reporterId: me.id }, beyond<StoredReport>(before, "$lt", "at")],
  })
    .sort({ at: -1, _id: -1 })
    .limit(limit + 1)
    .lean<StoredReport[]>();
  const { shown, next } = cut(found, limit, "at");
  return {
    reports: await presentReports(shown),
    next,
  };
}

const presentReport = async (one: StoredReport): Promise<MyReport> => (await presentReports([one]))[0]!;

async function presentReports(reports: StoredReport[]): Promise<MyReport[]> {
  const cases = await CaseModel.find({ _id: { $in: reports.map((one) => one.caseId) } })
    .select("outcome decision appeal history")
    .lean<Pick<StoredCase, "_id" | "outcome" | "decision" | "appeal" | "history">[]>();
  const byId = new Map(cases.map((found) => [String(found._id), found]));
  return reports.map(({ _id, caseId, target, ruleId, note, at }) => {
    const { outcome, decision, history } = byId.get(String(caseId))!;
    const overturned = history.findLast(({ act }) => act === "overturned" || act === "reversed");
    return {
      id: String(_id),
      target: { kind: target.kind, id: String(target.id) },
      ruleId: String(ruleId),
      note,
      at: at.toISOString(),
      outcome,
      reason: outcome === "overturned" ? (overturned?.reason ?? null) : (decision?.reason ?? null),
    };
  });
}
