import type { Case } from "@meridian/shared/cases";
import { appealEnds, type Decision } from "@meridian/shared/decisions";
import { AppError } from "@meridian/shared/errors";
import type { Me } from "@meridian/shared/people";
import type { Nothing } from "@meridian/shared/shape";
import { type QueryFilter, Types } from "mongoose";
import { CaseModel, type StoredCase } from "../cases/model.ts";
import { clock } from "../clock.ts";
import { transaction } from "../database/connect.ts";
import { notify } from "../notices/notify.ts";
import type { StoredPerson } from "../people/model.ts";
import { isSuspended } from "../people/present.ts";
import { accessToAct, mayJudgeAppeal } from "./access.ts";
import { auditCase, changeCase, eventOf, stepOf } from "./change.ts";
import { presentDecision, presentDecisions } from "./presentDecision.ts";
import { showCase } from "./show.ts";
import { overturn } from "./undo.ts";

/** What was decided about me. */
export async function myDecisions(me: Me): Promise<{ decisions: Decision[] }> {
  const found = await CaseModel.find({ authorId: new Types.ObjectId(me.id), ...toldOf })
    .sort({ openedAt: -1, _id: -1 })
    .limit(100)
    .lean<StoredCase[]>();
  return { decisions: await presentDecisions(found) };
}

export const showDecision = async (me: Pick<Me, "id">, { id }: { id: string }): Promise<Decision> =>
  presentDecision(await accessDecision(me, id));

/** Of a case about me in which nothing was done, or that came to nothing, I am told nothing. */
const toldOf: QueryFilter<StoredCase> = {
  $or: [
    { undo: { $ne: null }, outcome: { $ne: "dismissed" } },
    { decision: { $ne: null }, outcome: "overturned" },
  ],
};

async function accessDecision(me: Pick<Me, "id">, id: string): Promise<StoredCase> {
  const found = await CaseModel.findOne({ _id: id, authorId: me.id, ...toldOf }).lean<StoredCase>();
  if (!found) throw new AppError("not_found", "There is no such decision.");
  return found;
}

/** Asks for another judge. Once, and in time. */
export async function appealDecision(
  me: Pick<Me, "id" | "name">,
  { id, text }: { id: string; text: string },
): Promise<Decision> {
  await accessDecision(me, id);
  await transaction(async (session) => {
    const found = (await CaseModel.findById(id).session(session).lean<StoredCase>())!;
    if (found.appeal) {
      // the same again: the answer was lost
      if (found.appeal.text === text) return;
      throw new AppError("conflict", "A decision is appealed once.");
    }
    const state = stepOf(found, "appeal");
    if (appealEnds(found.decision!.at) <= clock.now()) {
      throw new AppError("conflict", "The days to appeal are over.");
    }
    const appeal = { text, at: clock.now(), outcome: null, reason: null, judgedBy: null };
    await changeCase(session, found, { state, appeal }, [eventOf({ act: "appealed", by: me.id })]);
    const telling = { personId: found.authorId, caseId: found._id, kind: "appealReceived" as const };
    await notify(session, [telling]);
    await auditCase(session, found, { by: me, action: "case:appealed" });
  });
  return showDecision(me, { id });
}

/** The same by somebody who is suspended and can't sign in. */
export async function appealSuspension(person: StoredPerson, text: string): Promise<Nothing> {
  const caseId = isSuspended(person) && person.suspended?.caseId;
  if (!caseId) throw new AppError("not_found", "There is no suspension to appeal.");
  await appealDecision({ id: String(person._id), name: person.name }, { id: String(caseId), text });
  return {};
}

interface Judgement {
  id: string;
  rev: number;
  outcome: "confirm" | "overturn";
  reason: string;
}

/** Judged by somebody else than who decided. */
export async function judgeAppeal(me: Me, { outcome, reason, ...seen }: Judgement): Promise<Case> {
  await transaction(async (session) => {
    const found = await accessToAct(me, seen, session);
    const state = stepOf(found, outcome);
    if (!mayJudgeAppeal(me, found)) {
      throw new AppError("forbidden", "Somebody else has to judge the appeal of your own decision.");
    }
    const judgedBy = new Types.ObjectId(me.id);
    if (outcome === "overturn") {
      const appeal = { ...found.appeal!, outcome: "overturned" as const, reason, judgedBy };
      await overturn(session, me, found, { state, act: "overturned", reason }, { appeal });
    } else {
      const appeal = { ...found.appeal!, outcome: "confirmed" as const, reason, judgedBy };
      await changeCase(session, found, { state, appeal }, [eventOf({ act: "confirmed", by: me.id, reason })]);
      const about = { personId: found.authorId, caseId: found._id };
      await notify(session, [{ ...about, kind: "appealOutcome", outcome: "confirmed", reason }]);
    }
    const action = outcome === "confirm" ? "case:confirmed" : "case:overturned";
    await auditCase(session, found, {
      by: me,
      action,
      reason,
      before: { state: found.state },
      after: { state },
    });
  });
  return showCase(me, { id: seen.id });
}

/** Takes back what was decided, without an appeal. */
export async function reverseCase(
  me: Me,
  { reason, ...seen }: { id: string; rev: number; reason: string },
): Promise<Case> {
  await transaction(async (session) => {
    const found = await accessToAct(me, seen, session);
    const state = stepOf(found, "reverse");
    await overturn(session, me, found, { state, act: "reversed", reason });
    await auditCase(session, found, {
      by: me,
      action: "case:reversed",
      reason,
      before: { state: found.state },
      after: { state },
    });
  });
  return showCase(me, { id: seen.id });
}
