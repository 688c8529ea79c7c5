import { canJudgeAppeal, canJudgeCase, canSeeCase } from "@meridian/shared/cases";
import type { CaseEvent } from "@meridian/shared/caseHistory";
import { AppError } from "@meridian/shared/errors";
import type { Actor, Me, PersonBrief } from "@meridian/shared/people";
import type { ClientSession } from "mongoose";
import { CaseModel, type StoredCase, type StoredCaseEvent } from "../cases/model.ts";
import { PersonModel, type StoredPerson } from "../people/model.ts";
import { briefsOf } from "../people/present.ts";

/** The case, if it is in `me`'s care or theirs to read; `not_found` alike for absent, for others' and for one's own. */
export async function accessCase(
  me: Actor,
  id: string,
  session: ClientSession | null = null,
): Promise<StoredCase> {
  const found = await CaseModel.findById(id).session(session).lean<StoredCase>();
  if (!found || !canSeeCase(me, standingOf(found))) throw new AppError("not_found", "There is no such case.");
  return found;
}

/**
 * The case for somebody who is about to act: `forbidden` for whom it is not to judge, `conflict` with what the other
 * did when somebody was faster.
 */
export async function accessToAct(
  me: Me,
  { id, rev }: { id: string; rev?: number | undefined },
  session: ClientSession,
): Promise<StoredCase> {
  const found = await accessCase(me, id, session);
  await refuseJudge(me, found, session);
  if (rev !== undefined && found.actedRev > rev) throw await overtaken(found);
  return found;
}

export const standingOf = ({ authorId, careOf }: Pick<StoredCase, "authorId" | "careOf">) => ({
  author: { id: String(authorId) },
  careOf: careOf && String(careOf),
});

/** Whether somebody may judge a case as it stands now. */
export const mayJudge = (me: Actor, found: StoredCase): boolean =>
  canJudgeCase(me, standingOf(found), found.reporterIds.map(String));

export const mayJudgeAppeal = (me: Actor, found: StoredCase): boolean =>
  canJudgeAppeal(
    me,
    standingOf(found),
    found.reporterIds.map(String),
    found.decision && String(found.decision.by),
  );

/** Throws `forbidden` with the reason why it is not for `me` to judge. */
export async function refuseJudge(
  me: Me,
  found: StoredCase,
  session: ClientSession | null = null,
): Promise<void> {
  if (!mayJudge(me, found)) {
    if (String(found.authorId) === me.id) throw forbidden("Nobody judges what is about themself.");
    const reported = found.reporterIds.some((id) => String(id) === me.id);
    throw forbidden(
      reported ? "You reported this: somebody else has to judge it." : "This is not for you to judge.",
    );
  }
  if (me.role === "admin") return;
  // its author may have become a lead since it was opened
  const author = await PersonModel.findById(found.authorId).session(session).lean<StoredPerson>();
  if (author && (author.role === "admin" || author.leads.length > 0)) {
    throw forbidden("What a lead wrote is for admins to judge.");
  }
}

export async function overtaken(found: StoredCase): Promise<AppError> {
  const last = found.history.findLast((event) => event.act !== "raised") ?? found.history[0]!;
  const people = await briefsOf([last.by, last.to].filter((id) => id !== null));
  return new AppError("conflict", "Somebody else was faster.", undefined, {
    caseId: String(found._id),
    rev: found.rev,
    state: found.state,
    last: presentEvent(last, people),
  });
}

export const presentEvent = (event: StoredCaseEvent, people: Map<string, PersonBrief>): CaseEvent => ({
  act: event.act,
  by: event.by && people.get(String(event.by))!,
  at: event.at.toISOString(),
  reason: event.reason,
  actions: event.actions,
  to: event.to && people.get(String(event.to))!,
});

const forbidden = (why: string) => new AppError("forbidden", why);
