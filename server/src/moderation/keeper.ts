import { appealDays } from "@meridian/shared/decisions";
import { nextCaseState } from "@meridian/shared/caseStates";
import { workedSince } from "@meridian/shared/time";
import type { Types } from "mongoose";
import type { Logger } from "pino";
import { CaseModel, type StoredCase } from "../cases/model.ts";
import { clock } from "../clock.ts";
import { transaction } from "../database/connect.ts";
import { notify } from "../notices/notify.ts";
import { deskSettings } from "../screening/settings.ts";
import { mayJudge } from "./access.ts";
import { auditCase, changeCase, eventOf } from "./change.ts";
import { moderators } from "./rota.ts";

const beatMillis = 60_000;
const atOnce = 50;

/** Raises what waits too long and closes what is over. Runs on every node: each thing is done by the first to come. */
export class Keeper {
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(private readonly log: Logger) {}

  start(): void {
    const beat = async () => {
      try {
        await raiseLate();
        await closeOver();
      } catch (error) {
        this.log.warn({ err: error }, "the desk could not be looked through");
      }
      if (!this.#stopped) this.#timer = setTimeout(() => void beat(), beatMillis).unref();
    };
    this.#timer = setTimeout(() => void beat(), beatMillis).unref();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }
}

/**
 * Tells every moderator who may judge it of each case that nobody decided in so many hours in which one of them was at
 * work: a night in which another office works counts, a weekend in which nobody does does not.
 */
export async function raiseLate(): Promise<void> {
  const waiting = { raisedAt: null, state: { $in: ["open", "claimed"] as StoredCase["state"][] } };
  if (!(await CaseModel.exists(waiting))) return;
  const all = await moderators();
  const { raiseAfterHours } = await deskSettings();
  const days = [...new Map(all.map(({ day }) => [JSON.stringify(day), day])).values()];
  const since = workedSince(days, clock.now(), raiseAfterHours);
  const late = await CaseModel.find({ ...waiting, openedAt: { $lte: since } })
    .limit(atOnce)
    .select("_id")
    .lean();
  for (const { _id } of late) {
    await transaction(async (session) => {
      const event = eventOf({ act: "raised", by: null });
      const raised = await CaseModel.findOneAndUpdate(
        { _id, ...waiting },
        { $set: { raisedAt: clock.now() }, $inc: { rev: 1 }, $push: { history: event } },
        { session, returnDocument: "after" },
      ).lean<StoredCase>();
      if (!raised) return;
      const able = all.filter(({ person: { _id: id, role, leads } }) =>
        mayJudge({ id: String(id), role, leads: leads.map(String), privateChannelIds: [] }, raised),
      );
      await notify(
        session,
        able.map(({ person }) => ({ personId: person._id, kind: "caseRaised", caseId: raised._id })),
      );
      await auditCase(session, raised, { by: "system", action: "case:raised" });
    });
  }
}

/** Closes what was decided so long ago that it can't be appealed any more. */
export async function closeOver(): Promise<void> {
  const decided: StoredCase["state"][] = ["upheld", "dismissed", "confirmed", "overturned"];
  const before = new Date(clock.millis() - appealDays * 86_400_000);
  const over = await CaseModel.find({ state: { $in: decided }, "decision.at": { $lte: before } })
    .limit(atOnce)
    .select("_id")
    .lean();
  for (const { _id } of over) await close(_id);
}

const close = (id: Types.ObjectId): Promise<void> =>
  transaction(async (session) => {
    const found = await CaseModel.findById(id).session(session).lean<StoredCase>();
    const state = found && nextCaseState(found.state, "close");
    if (!state) return;
    await changeCase(session, found, { state }, [eventOf({ act: "closed", by: null })]);
    await auditCase(session, found, { by: "system", action: "case:closed" });
  });
