import type { ActOnCase, Case } from "@meridian/shared/cases";
import { AppError } from "@meridian/shared/errors";
import type { Me } from "@meridian/shared/people";
import { type ClientSession, Types } from "mongoose";
import { CaseModel, type StoredCase } from "../cases/model.ts";
import { clock } from "../clock.ts";
import { transaction } from "../database/connect.ts";
import { notify } from "../notices/notify.ts";
import { accessPerson } from "../people/access.ts";
import { isSuspended } from "../people/present.ts";
import { accessCase, accessToAct, mayJudge, overtaken, refuseJudge } from "./access.ts";
import { auditCase, changeCase, eventOf, stepOf } from "./change.ts";
import { decide } from "./decide.ts";
import { showCase } from "./show.ts";

interface Seen {
  id: string;
  rev: number;
}

/** Takes an open case; a second time changes nothing. */
export const claimCase = (me: Me, seen: Seen): Promise<Case> =>
  act(me, seen, async (session, found) => {
    if (found.state === "claimed" && String(found.claimedBy) === me.id) return;
    if (found.state === "claimed") throw await overtaken(found);
    const change = {
      state: stepOf(found, "claim"),
      claimedBy: new Types.ObjectId(me.id),
      firstLookAt: found.firstLookAt ?? clock.now(),
    };
    await changeCase(session, found, change, [eventOf({ act: "claimed", by: me.id })]);
    await auditCase(session, found, { by: me, action: "case:claimed" });
  });

/** Gives a case back to all; an admin can take it from whoever forgot it. */
export const releaseCase = (me: Me, seen: Seen): Promise<Case> =>
  act(me, seen, async (session, found) => {
    if (found.state === "open") return;
    const state = stepOf(found, "release");
    if (String(found.claimedBy) !== me.id && me.role !== "admin") {
      throw new AppError("forbidden", "Somebody else has claimed this case.");
    }
    await changeCase(session, found, { state, claimedBy: null }, [eventOf({ act: "released", by: me.id })]);
    await auditCase(session, found, { by: me, action: "case:released" });
  });

/** Passes a claimed case on to somebody who may judge it: when a day ends, another office goes on. */
export const handOverCase = (me: Me, { personId, ...seen }: Seen & { personId: string }): Promise<Case> =>
  act(me, seen, async (session, found) => {
    const state = stepOf(found, "handOver");
    if (String(found.claimedBy) === personId) return;
    const person = await accessPerson(personId);
    const { role, leads } = person;
    const able = { id: personId, role, leads: leads.map(String), privateChannelIds: [] };
    if (!mayJudge(able, found) || isSuspended(person) || person.leftAt) {
      throw new AppError("bad_request", "This person can't judge the case.", { personId: "can't judge it" });
    }
    const event = eventOf({ act: "handedOver", by: me.id, to: person._id });
    await changeCase(session, found, { state, claimedBy: person._id }, [event]);
    if (personId !== me.id)
      await notify(session, [{ personId: person._id, kind: "caseHandedOver", caseId: found._id }]);
    await auditCase(session, found, {
      by: me,
      action: "case:handedOver",
      before: { claimedBy: found.claimedBy },
      after: { claimedBy: personId },
    });
  });

/** A word among moderators. It overtakes nobody. */
export async function noteOnCase(me: Me, { id, text }: { id: string; text: string }): Promise<Case> {
  await transaction(async (session) => {
    const found = await accessCase(me, id, session);
    await refuseJudge(me, found, session);
    if (found.notes.length >= 200) throw new AppError("conflict", "A case takes two hundred notes.");
    const note = { _id: new Types.ObjectId(), by: new Types.ObjectId(me.id), text, at: clock.now() };
    await CaseModel.updateOne({ _id: found._id }, { $push: { notes: note }, $inc: { rev: 1 } }, { session });
    await auditCase(session, found, { by: me, action: "case:noted" });
  });
  return showCase(me, { id });
}

/** Decides a case, or holds what it is about. */
export const actOnCase = (me: Me, { id, rev, ...choice }: ActOnCase): Promise<Case> =>
  act(me, { id, rev }, async (session, found) => {
    await decide(session, me, found, choice);
  });

async function act(
  me: Me,
  seen: Seen,
  work: (session: ClientSession, found: StoredCase) => Promise<void>,
): Promise<Case> {
  await transaction(async (session) => work(session, await accessToAct(me, seen, session)));
  return showCase(me, { id: seen.id });
}
