import type { CaseAct } from "@meridian/shared/caseHistory";
import { type CaseStep, nextCaseState } from "@meridian/shared/caseStates";
import { AppError } from "@meridian/shared/errors";
import { type ClientSession, Types, type UpdateQuery } from "mongoose";
import type { Act } from "../audit/audit.ts";
import { audit } from "../audit/audit.ts";
import { CaseModel, type StoredCase, type StoredCaseEvent } from "../cases/model.ts";
import { clock } from "../clock.ts";
import { briefsOf } from "../people/present.ts";

type Event = { act: CaseAct; by: string | null } & Partial<
  Pick<StoredCaseEvent, "reason" | "actions" | "to">
>;

export const eventOf = ({ act, by, reason = "", actions = [], to = null }: Event): StoredCaseEvent => ({
  act,
  by: by === null ? null : new Types.ObjectId(by),
  at: clock.now(),
  reason,
  actions,
  to,
});

/** Where a step leads; `conflict` when the case has come too far for it. */
export function stepOf(found: Pick<StoredCase, "state">, step: CaseStep): StoredCase["state"] {
  const next = nextCaseState(found.state, step);
  if (!next) throw new AppError("conflict", "This case has come too far for that.");
  return next;
}

/**
 * Writes what a moderator did: the new state, a line of history, and a rev that overtakes whoever saw less.
 * Answers the case as it is then.
 */
export async function changeCase(
  session: ClientSession,
  found: StoredCase,
  change: Partial<StoredCase>,
  events: StoredCaseEvent[],
): Promise<StoredCase> {
  const rev = found.rev + 1;
  const update: UpdateQuery<StoredCase> = {
    $set: { ...change, rev, actedRev: rev },
    $push: { history: { $each: events } },
  };
  const changed = await CaseModel.findOneAndUpdate({ _id: found._id }, update, {
    session,
    returnDocument: "after",
  }).lean<StoredCase>();
  return changed!;
}

/** Writes an act about a case into the log. */
export async function auditCase(
  session: ClientSession,
  found: StoredCase,
  act: Pick<Act, "by" | "action"> & Partial<Act>,
): Promise<void> {
  const { name } = (await briefsOf([found.authorId])).get(String(found.authorId))!;
  const kind = found.target.kind === "post" ? "post" : "person";
  await audit(session, {
    target: { kind, id: String(found.target.id), name },
    caseId: found._id,
    scope: { officeId: found.officeId, channelIds: found.channelIds },
    ...act,
  });
}
