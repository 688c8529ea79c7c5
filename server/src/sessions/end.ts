import type { ClientSession, QueryFilter } from "mongoose";
import { clock } from "../clock.ts";
import { remembered } from "../database/remembered.ts";
import { byId } from "../database/together.ts";
import { rooms } from "../live/rooms.ts";
import type { Announce } from "../live/steps.ts";
import { SessionModel, type StoredSession } from "./model.ts";

const sessions = remembered<StoredSession>(
  "sessions",
  byId((ids) => SessionModel.find({ _id: { $in: ids } }).lean<StoredSession[]>()),
);

export const sessionById = sessions.get;

/** Ends sessions; the change stream closes their sockets on every node. */
export async function endSessions(which: QueryFilter<StoredSession>, session?: ClientSession): Promise<void> {
  await SessionModel.updateMany(
    { $and: [which, { endedAt: null }] },
    { $set: { endedAt: clock.now() } },
    session ? { session } : {},
  );
}

export const announceSession: Announce<StoredSession> = async ({ operation, id, record }) => {
  sessions.forget(id);
  const ended = operation === "delete" || !record || record.endedAt !== null;
  return ended ? [{ step: "disconnect", sockets: rooms.session(id) }] : [];
};
