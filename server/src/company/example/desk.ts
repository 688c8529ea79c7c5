import { Types } from "mongoose";
import { type Act, link } from "../../audit/audit.ts";
import type { StoredEntry, StoredHead } from "../../audit/model.ts";
import type { StoredCase, StoredCaseEvent, StoredReport } from "../../cases/model.ts";
import { blankCase, subjectOfPost } from "../../cases/open.ts";
import type { StoredNotice } from "../../notices/model.ts";
import type { StoredPerson } from "../../people/model.ts";
import type { StoredPost } from "../../posts/model.ts";
import { defaultRules } from "../../rules/defaults.ts";
import type { StoredRule } from "../../rules/model.ts";
import { type Complaint, complaints } from "./complaints.ts";
import { Random } from "./random.ts";
import { type Cast, Writer } from "./threads.ts";

const hour = 3_600_000;

/** The posts that somebody will complain about, in the two weeks before this one. */
export function writeComplaints(cast: Cast, since: number, monday: number): StoredPost[] {
  const random = new Random(77);
  const writer = new Writer(cast, random);
  return complaints.map(({ slug, author, body }, n) => {
    const person = personIn(cast, author);
    const hours = cast.hours.get(String(person.officeId))!;
    const at = hours.within(Math.max(since, monday - 14 * 24 * hour), monday, random) ?? since;
    const post = writer.post(person, [slug], body, at);
    return Object.assign(post, { key: `complaint-${n}`, editedAt: null, rev: 1 });
  });
}

export interface ExampleDesk {
  rules: StoredRule[];
  cases: StoredCase[];
  reports: StoredReport[];
  notices: StoredNotice[];
  entries: StoredEntry[];
  heads: StoredHead[];
}

/** Reports and cases in several states, as far as moderators have come by `now`; the posts are changed to match. */
export function deskOf(cast: Cast, posts: StoredPost[], now: number): ExampleDesk {
  const rules = defaultRules();
  const desk: ExampleDesk = { rules, cases: [], reports: [], notices: [], entries: [], heads: [] };
  const acts: { at: Date; act: Act }[] = [];
  for (const [n, complaint] of complaints.entries()) {
    const post = posts.find(({ key }) => key === `complaint-${n}`);
    if (post) acts.push(...complain(cast, complaint, { post, rule: rules[complaint.rule]!, desk, now }));
  }
  return Object.assign(desk, chained(acts));
}

interface Given {
  post: StoredPost;
  rule: StoredRule;
  desk: ExampleDesk;
  now: number;
}

/** One complaint from its report to where it stands now. Answers what goes into the log. */
function complain(
  cast: Cast,
  complaint: Complaint,
  { post, rule, desk, now }: Given,
): { at: Date; act: Act }[] {
  const author = cast.people.find(({ _id }) => _id.equals(post.authorId))!;
  const channel = [...cast.channels.values()].filter(({ _id }) => _id.equals(post.channelIds[0]));
  const opened = complaint.hoursAgo ? now - complaint.hoursAgo * hour : post.createdAt.getTime() + hour;
  // as it would have gone on, one hour after the other
  let time = opened;
  const next = () => new Date(Math.min((time += hour / 2), now - 60_000));
  const kase = blankCase(subjectOfPost(post), author, channel, new Date(opened));
  const acts: { at: Date; act: Act }[] = [];
  const tell = (personId: Types.ObjectId, at: Date, notice: Partial<StoredNotice>) =>
    desk.notices.push({
      ...blank,
      _id: new Types.ObjectId(),
      personId,
      at,
      postId: post._id,
      ruleId: rule._id,
      ...notice,
    });
  const did = (event: Omit<StoredCaseEvent, "to">, action: Act["action"], actor: StoredPerson) => {
    kase.history.push({ ...event, to: null });
    const target = { kind: "post" as const, id: String(post._id), name: author.name };
    const scope = { officeId: kase.officeId, channelIds: kase.channelIds };
    const by = { id: String(actor._id), name: actor.name };
    acts.push({ at: event.at, act: { by, action, target, caseId: kase._id, scope, reason: event.reason } });
  };

  for (const { by, note } of complaint.reports) {
    const reporterId = personIn(cast, by)._id;
    const report = { caseId: kase._id, reporterId, target: kase.target, ruleId: rule._id, note };
    desk.reports.push({ _id: new Types.ObjectId(), ...report, at: new Date(opened) });
    tell(reporterId, new Date(opened), { kind: "reportReceived", reportId: desk.reports.at(-1)!._id });
    kase.reporterIds.push(reporterId);
  }
  const standing = { state: complaint.state, reportCount: complaint.reports.length, ruleIds: [rule._id] };
  Object.assign(kase, standing, { rev: 1 + complaint.reports.length });
  desk.cases.push(kase);
  const { by, actions = [], reason = "", appeal, judged } = complaint;
  if (complaint.state === "open" || complaint.state === "claimed") {
    kase.pendingKey = `post:${String(post._id)}`;
  }
  if (!by) return acts;

  const judge = personIn(cast, by);
  const claimed = next();
  Object.assign(kase, { claimedBy: judge._id, firstLookAt: claimed });
  did({ act: "claimed", by: judge._id, at: claimed, reason: "", actions: [] }, "case:claimed", judge);
  if (complaint.note)
    kase.notes.push({ _id: new Types.ObjectId(), by: judge._id, text: complaint.note, at: next() });
  const at = next();
  const hidden = { by: judge._id, reason, at, caseId: kase._id };
  kase.undo = actions.some((action) => action !== "dismiss" && action !== "warn")
    ? { content: "visible" }
    : {};
  if (actions.includes("hold")) Object.assign(post, { state: "held", hidden });
  if (actions.includes("hide") && !judged) Object.assign(post, { state: "hidden", hidden });
  if (actions.includes("remove"))
    Object.assign(post, { state: "removed", removedBy: "moderator", removedAt: at, hidden });
  if (complaint.state === "claimed") {
    did({ act: "held", by: judge._id, at, reason, actions }, "post:held", judge);
    tell(author._id, at, { kind: "held", caseId: kase._id, actions, reason });
    return acts;
  }

  const dismissed = actions.includes("dismiss");
  kase.outcome = dismissed ? "dismissed" : judged ? "overturned" : "upheld";
  kase.decision = { by: judge._id, at, actions, ruleId: rule._id, reason, until: null };
  const act = dismissed ? "dismissed" : "upheld";
  did({ act, by: judge._id, at, reason, actions }, `case:${act}`, judge);
  if (!dismissed) tell(author._id, at, { kind: "decision", caseId: kase._id, actions, reason });
  for (const report of desk.reports.filter(({ caseId }) => caseId.equals(kase._id)))
    tell(report.reporterId, at, { kind: "reportOutcome", reportId: report._id, reason, outcome: act });
  if (!appeal) return acts;

  const appealed = next();
  const outcome = judged ? ("overturned" as const) : null;
  const other = judged ? personIn(cast, judged.by) : null;
  const judging = { outcome, reason: judged?.reason ?? null, judgedBy: other?._id ?? null };
  kase.appeal = { text: appeal, at: appealed, ...judging };
  did({ act: "appealed", by: author._id, at: appealed, reason: "", actions: [] }, "case:appealed", author);
  tell(author._id, appealed, { kind: "appealReceived", caseId: kase._id });
  if (judged && other) {
    const heard = next();
    kase.undo = null;
    did(
      { act: "overturned", by: other._id, at: heard, reason: judged.reason, actions: [] },
      "case:overturned",
      other,
    );
    tell(author._id, heard, { kind: "appealOutcome", caseId: kase._id, reason: judged.reason, outcome });
  }
  return acts;
}

const blank = {
  readAt: null,
  caseId: null,
  reportId: null,
  reason: null,
  actions: [],
  until: null,
  outcome: null,
  kind: "reportReceived" as const,
};

/** The log of these acts, each day a chain that goes on from the day before. */
function chained(acts: { at: Date; act: Act }[]): Pick<ExampleDesk, "entries" | "heads"> {
  const entries: StoredEntry[] = [];
  const heads: StoredHead[] = [];
  for (const { at, act } of acts.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const day = at.toISOString().slice(0, 10);
    const last = entries.at(-1);
    const seq = last?.day === day ? last.seq + 1 : 1;
    const entry = link(act, { day, seq, at, previous: last?.hash ?? "" });
    entries.push(entry);
    if (seq > 1) heads.pop();
    heads.push({ _id: day, count: seq, hash: entry.hash });
  }
  return { entries, heads };
}

const personIn = (cast: Cast, handle: string): StoredPerson =>
  cast.people.find((person) => person.handle === handle)!;
