import type { AuditAction, AuditTarget } from "@meridian/shared/audit";
import { type ClientSession, Types } from "mongoose";
import { clock } from "../clock.ts";
import { hashOf } from "./chain.ts";
import { AuditHeadModel, AuditModel, type StoredEntry, type StoredHead } from "./model.ts";

/** Something that was done, as whoever did it says it. */
export interface Act {
  /** `operator` ran a command on the machine; `system` is the server by itself. */
  by: { id: string; name: string } | "operator" | "system";
  action: AuditAction;
  target?: AuditTarget;
  caseId?: Types.ObjectId | string | null;
  scope?: { officeId?: Types.ObjectId | string | null; channelIds?: (Types.ObjectId | string)[] };
  reason?: string;
  /** Fields that changed, as they were and as they are. Never what a post says: a purge has to be able to erase it. */
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
}

/**
 * Writes an act down. In the transaction of its effect, so that there is no effect without an entry and no entry
 * without an effect. Two acts at the same moment wait for each other: the driver runs the later transaction again.
 */
export async function audit(session: ClientSession, act: Act): Promise<void> {
  const at = clock.now();
  const day = at.toISOString().slice(0, 10);
  const head = await AuditHeadModel.findOneAndUpdate(
    { _id: day },
    { $inc: { count: 1 } },
    { session, upsert: true, returnDocument: "after" },
  ).lean<StoredHead>();
  const { count, hash } = head!;
  const entry = link(act, { day, seq: count, at, previous: hash || (await lastHashBefore(day, session)) });
  await AuditModel.insertMany([entry], { session });
  await AuditHeadModel.updateOne({ _id: day }, { $set: { hash: entry.hash } }, { session });
}

/** An act in its place in the chain. */
export function link(act: Act, place: Pick<StoredEntry, "day" | "seq" | "at" | "previous">): StoredEntry {
  const {
    by,
    action,
    target = null,
    caseId = null,
    scope = {},
    reason = "",
    before = null,
    after = null,
  } = act;
  const entry = {
    ...place,
    actor:
      typeof by === "string"
        ? { kind: by, id: null, name: "" }
        : { kind: "person" as const, id: by.id, name: by.name },
    action,
    target: target && { kind: target.kind, id: target.id, name: target.name },
    caseId: caseId === null ? null : new Types.ObjectId(String(caseId)),
    scope: {
      officeId: scope.officeId ? String(scope.officeId) : null,
      channelIds: (scope.channelIds ?? []).map(String),
    },
    reason,
    before: plain(before),
    after: plain(after),
  };
  return { _id: new Types.ObjectId(), ...entry, hash: hashOf(entry) };
}

/** The first entry of a day goes on from the day before, so that a day can't be taken out whole. */
async function lastHashBefore(day: string, session: ClientSession): Promise<string> {
  const head = await AuditHeadModel.findOne({ _id: { $lt: day }, count: { $gt: 0 } })
    .sort({ _id: -1 })
    .session(session)
    .lean<StoredHead>();
  return head?.hash ?? "";
}

/** As it will be read again: ids as text, dates as ISO 8601, nothing that is undefined. */
const plain = (facts: Record<string, unknown> | null) =>
  facts && (JSON.parse(JSON.stringify(facts)) as Record<string, unknown>);
