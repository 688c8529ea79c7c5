import type { ActOnCase } from "@meridian/shared/cases";
import type { CaseAction } from "@meridian/shared/caseHistory";
import { contentActions, decides, sanctions } from "@meridian/shared/decisions";
import { AppError } from "@meridian/shared/errors";
import type { Me } from "@meridian/shared/people";
import { type ClientSession, Types } from "mongoose";
import { ReportModel, type StoredCase, type StoredUndo } from "../cases/model.ts";
import { clock } from "../clock.ts";
import { notify, type Telling } from "../notices/notify.ts";
import { PostModel, type StoredPost } from "../posts/model.ts";
import { accessRule } from "../rules/actions.ts";
import { auditCase, changeCase, eventOf, stepOf } from "./change.ts";
import { moveContent, moveThread, pin, sanction, setLocked } from "./effects.ts";
import { tellReporters } from "./tell.ts";

export type Choice = Omit<ActOnCase, "id" | "rev">;

/**
 * Carries out what a moderator chose about a case and writes all of it down: effects, case, notices and log in one
 * transaction. Holding alone decides nothing; everything else does. Throws `conflict` when it is decided already.
 */
export async function decide(
  session: ClientSession,
  me: Me,
  found: StoredCase,
  choice: Choice,
): Promise<StoredCase> {
  const { actions, reason } = choice;
  const claimed = found.state === "open" ? { ...found, state: stepOf(found, "claim") } : found;
  const dismissed = actions.includes("dismiss");
  const decided = decides(actions);
  const state = decided ? stepOf(claimed, dismissed ? "dismiss" : "uphold") : stepOf(claimed, "handOver");
  const ruleId = choice.ruleId
    ? (await accessRule(choice.ruleId))._id
    : ((await mostReported(session, found)) ?? found.ruleIds[0] ?? null);
  const until = choice.until ? new Date(choice.until) : null;
  const post = await postOf(session, found);
  const undo = await carryOut(session, me, found, post, { ...choice, ruleId, until });

  const events = [
    ...(found.state === "open" ? [eventOf({ act: "claimed", by: me.id })] : []),
    eventOf({ act: decided ? (dismissed ? "dismissed" : "upheld") : "held", by: me.id, reason, actions }),
  ];
  const change: Partial<StoredCase> = {
    state,
    undo,
    claimedBy: new Types.ObjectId(me.id),
    firstLookAt: found.firstLookAt ?? clock.now(),
    ...(decided && {
      pendingKey: null,
      outcome: dismissed ? ("dismissed" as const) : ("upheld" as const),
      decision: { by: new Types.ObjectId(me.id), at: clock.now(), actions, ruleId, reason, until },
    }),
  };
  const changed = await changeCase(session, found, change, events);
  await tellAuthor(session, changed, post, { ...choice, ruleId, until });
  if (decided) await tellReporters(session, changed, dismissed ? "dismissed" : "upheld", reason);
  await auditCase(session, found, {
    by: me,
    action: decided ? (dismissed ? "case:dismissed" : "case:upheld") : "post:held",
    reason,
    before: { state: found.state, content: post?.state ?? null },
    after: { state, actions, ruleId, until },
  });
  return changed;
}

/** The rule that most reports named, the first of these; undefined of a case that nobody reported. */
async function mostReported(
  session: ClientSession,
  { _id }: StoredCase,
): Promise<Types.ObjectId | undefined> {
  const [most] = await ReportModel.aggregate<{ _id: Types.ObjectId }>(
    [
      { $match: { caseId: _id } },
      { $group: { _id: "$ruleId", reports: { $sum: 1 }, first: { $min: "$at" } } },
      { $sort: { reports: -1, first: 1 } },
      { $limit: 1 },
    ],
    { session },
  );
  return most?._id;
}

export const postOf = async (
  session: ClientSession | null,
  { target }: StoredCase,
): Promise<StoredPost | null> =>
  target.kind === "post" ? PostModel.findById(target.id).session(session).lean<StoredPost>() : null;

type Chosen = Omit<Choice, "ruleId" | "until"> & { ruleId: Types.ObjectId | null; until: Date | null };

/** Does to post, thread and person what was chosen. Answers how they stood before the case touched them. */
async function carryOut(
  session: ClientSession,
  me: Me,
  found: StoredCase,
  post: StoredPost | null,
  { actions, reason, ruleId, until, channelId }: Chosen,
): Promise<StoredUndo> {
  const undo: StoredUndo = { ...found.undo };
  const hiding = { by: new Types.ObjectId(me.id), reason, at: clock.now(), caseId: found._id };
  // a post that this case holds or hides comes back with its dismissal
  if (actions.includes("dismiss") && post?.hidden?.caseId?.equals(found._id)) {
    if (post.state !== "visible") await moveContent(session, post, "restore", null);
  }
  for (const action of actions) {
    if (isAmong(action, sanctions)) {
      await sanction(me, session, found.authorId, action, { until, reason, ruleId, caseId: found._id });
      continue;
    }
    if (action === "dismiss" || action === "warn") continue;
    if (!post)
      throw new AppError("bad_request", "A profile can't be hidden or moved.", { actions: "need a post" });
    if (isAmong(action, contentActions)) {
      undo.content ??= post.state === "held" ? "visible" : post.state;
      await moveContent(session, post, action, hiding);
      continue;
    }
    const root = await threadOf(session, post);
    if (action === "lock") {
      undo.locked ??= root.locked;
      await setLocked(session, root._id, true);
    } else if (action === "move") {
      undo.channelIds ??= root.channelIds;
      await moveThread(me, session, root, channelId!);
    } else {
      const into = channelId ?? String(root.channelIds[0]);
      undo.pinnedIn ??= new Types.ObjectId(into);
      await pin(me, session, root, into);
    }
  }
  return undo;
}

const isAmong = <Some extends CaseAction>(action: CaseAction, some: readonly Some[]): action is Some =>
  (some as readonly CaseAction[]).includes(action);

async function threadOf(session: ClientSession, post: StoredPost): Promise<StoredPost> {
  if (!post.isReply) return post;
  return (await PostModel.findById(post.threadId).session(session).lean<StoredPost>())!;
}

/** What was done to them is told to those whom it was done to; of a report that came to nothing they hear nothing. */
async function tellAuthor(
  session: ClientSession,
  found: StoredCase,
  post: StoredPost | null,
  { actions, reason, ruleId, until }: Chosen,
): Promise<void> {
  const about = { personId: found.authorId, caseId: found._id, postId: post?._id ?? null };
  const telling: Telling | null = !actions.includes("dismiss")
    ? { ...about, kind: decides(actions) ? "decision" : "held", actions, reason, ruleId, until }
    : post && post.state !== "visible" && post.hidden?.caseId?.equals(found._id)
      ? { ...about, kind: "restored", reason }
      : null;
  await notify(session, telling ? [telling] : []);
}
