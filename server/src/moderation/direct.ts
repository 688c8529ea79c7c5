import { AppError } from "@meridian/shared/errors";
import { canRunCompany, canSuspend, type Me, type Person } from "@meridian/shared/people";
import type { Post } from "@meridian/shared/posts";
import type { ClientSession } from "mongoose";
import { audit } from "../audit/audit.ts";
import { CaseModel, ReportModel, type StoredCase } from "../cases/model.ts";
import { findOrOpen, opening, type Subject, subjectOfPerson, subjectOfPost } from "../cases/open.ts";
import { transaction } from "../database/connect.ts";
import { notify } from "../notices/notify.ts";
import { accessPerson } from "../people/access.ts";
import { PersonModel, type StoredPerson } from "../people/model.ts";
import { isSuspended, presentPerson } from "../people/present.ts";
import { accessModerated, accessPost } from "../posts/access.ts";
import { PostModel, type StoredPost } from "../posts/model.ts";
import { presentPostFor } from "../posts/present.ts";
import { refuseJudge } from "./access.ts";
import { auditCase, stepOf } from "./change.ts";
import { type Choice, decide } from "./decide.ts";
import { moveContent } from "./effects.ts";
import { overturn } from "./undo.ts";

/** Hides a post from its own menu: opens a case, or takes the one there is, and decides it at once. */
export async function hidePost(me: Me, { id, reason }: { id: string; reason: string }): Promise<Post> {
  const post = await accessPost(me, id);
  if (post.state !== "hidden")
    await opening((session) => decideAtOnce(session, me, subjectOfPost(post), { actions: ["hide"], reason }));
  return presentPostFor(me, await accessPost(me, id));
}

/** Brings a hidden post back, and with it takes back the decision that hid it. */
export async function unhidePost(me: Me, { id }: { id: string }): Promise<Post> {
  await accessModerated(me, id);
  await transaction(async (session) => {
    const post = await accessPost(me, id);
    if (post.state !== "hidden") return;
    const found = post.hidden?.caseId
      ? await CaseModel.findById(post.hidden.caseId).session(session).lean<StoredCase>()
      : null;
    if (found) await refuseJudge(me, found, session);
    if (found?.state === "upheld") return reverse(session, me, found);
    if (found?.state === "appealed")
      throw new AppError("conflict", "Its author has appealed: judge the appeal.");
    await restore(session, me, post);
  });
  return presentPostFor(me, await accessPost(me, id));
}

/** Keeps somebody out until a moment, or for good: the case is opened and decided at once. The same again changes nothing. */
export async function suspendPerson(
  me: Me,
  { id, reason, until }: { id: string; reason: string; until: string | null },
): Promise<Person> {
  const person = await accessPerson(id);
  if (!canSuspend(me, { id, role: person.role })) {
    throw new AppError("forbidden", "You can't suspend this person.");
  }
  await opening(async (session) => {
    if (isSameSuspension(await accessPerson(id, session), { reason, until })) return;
    await decideAtOnce(session, me, subjectOfPerson(person), { actions: ["suspend"], reason, until });
  });
  return presentPerson(await accessPerson(id));
}

const isSameSuspension = (
  person: StoredPerson,
  { reason, until }: { reason: string; until: string | null },
): boolean =>
  isSuspended(person) &&
  person.suspended?.reason === reason &&
  (person.suspended.until?.getTime() ?? null) === (until && Date.parse(until));

/** Lifts a suspension, and takes back the decision that it came with. */
export async function unsuspendPerson(me: Me, { id }: { id: string }): Promise<Person> {
  await accessPerson(id);
  if (!canRunCompany(me)) throw new AppError("forbidden", "Only an admin can do that.");
  await transaction(async (session) => {
    const person = await accessPerson(id, session);
    if (!person.suspended) return;
    const found = person.suspended.caseId
      ? await CaseModel.findById(person.suspended.caseId).session(session).lean<StoredCase>()
      : null;
    // what else was decided about a post stands: only a decision that did nothing else is taken back
    if (found?.state === "upheld" && found.decision?.actions.join() === "suspend") {
      return reverse(session, me, found);
    }
    await PersonModel.updateOne(
      { _id: person._id },
      { $set: { suspended: null }, $inc: { rev: 1 } },
      { session },
    );
    await notify(session, [{ personId: person._id, kind: "sanctionLifted", caseId: found?._id ?? null }]);
    const target = { kind: "person" as const, id, name: person.name };
    await audit(session, {
      by: me,
      action: "person:unsuspended",
      target,
      scope: { officeId: person.officeId },
    });
  });
  return presentPerson(await accessPerson(id));
}

async function decideAtOnce(
  session: ClientSession,
  me: Me,
  subject: Subject,
  choice: Choice,
): Promise<StoredCase> {
  const found = await findOrOpen(session, subject, "moderator");
  await refuseJudge(me, found, session);
  // nor through the back door of a new case
  if (await ReportModel.exists({ reporterId: me.id, "target.id": subject.target.id }).session(session)) {
    throw new AppError("forbidden", "You reported this: somebody else has to judge it.");
  }
  return decide(session, me, found, choice);
}

async function reverse(session: ClientSession, me: Me, found: StoredCase): Promise<void> {
  const state = stepOf(found, "reverse");
  await overturn(session, me, found, { state, act: "reversed", reason: "" });
  await auditCase(session, found, {
    by: me,
    action: "case:reversed",
    before: { state: found.state },
    after: { state },
  });
}

/** What was hidden before there were cases, or in one that is over. */
async function restore(
  session: ClientSession,
  me: Me,
  { _id, channelIds, officeId }: StoredPost,
): Promise<void> {
  const post = await PostModel.findById(_id).session(session).lean<StoredPost>();
  if (post?.state !== "hidden") return;
  await moveContent(session, post, "restore", null);
  const target = { kind: "post" as const, id: String(_id), name: "" };
  await audit(session, { by: me, action: "post:restored", target, scope: { officeId, channelIds } });
}
