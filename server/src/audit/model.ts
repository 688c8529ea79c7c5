import type { AuditEntry } from "@meridian/shared/audit";
import mongoose, { Schema, Types } from "mongoose";
import { strict } from "../database/connect.ts";
import { changingQueries } from "../database/writes.ts";

/** One act, written in the transaction of its effect and never changed. `before` and `after` are plain JSON. */
export type StoredEntry = Omit<AuditEntry, "id" | "at" | "caseId"> & {
  _id: Types.ObjectId;
  at: Date;
  caseId: Types.ObjectId | null;
};

const schema = new Schema<StoredEntry>(
  {
    day: { type: String, required: true },
    seq: { type: Number, required: true },
    at: { type: Date, required: true },
    actor: { type: new Schema({ kind: String, id: String, name: String }, { _id: false }), required: true },
    action: { type: String, required: true },
    target: { type: new Schema({ kind: String, id: String, name: String }, { _id: false }), default: null },
    caseId: { type: Schema.Types.ObjectId, default: null },
    scope: { type: new Schema({ officeId: String, channelIds: [String] }, { _id: false }), required: true },
    reason: { type: String, default: "" },
    before: { type: Schema.Types.Mixed, default: null },
    after: { type: Schema.Types.Mixed, default: null },
    previous: { type: String, default: "" },
    hash: { type: String, required: true },
  },
  { ...strict, collection: "audit", minimize: false },
);
// the chain of a day, in its order
schema.index({ day: 1, seq: 1 }, { unique: true });
// the log, newest first, whole or by what was done, by whom, to what, in which case, where
schema.index({ at: -1, _id: -1 });
schema.index({ action: 1, at: -1, _id: -1 });
schema.index({ "actor.id": 1, at: -1, _id: -1 });
schema.index({ "target.id": 1, at: -1, _id: -1 });
// most entries are about none; a condition by $type would not be found by the id of one
const some = { $gt: new Types.ObjectId("0".repeat(24)) };
schema.index({ caseId: 1, at: 1, _id: 1 }, { partialFilterExpression: { caseId: some } });
schema.index({ "scope.officeId": 1, at: -1, _id: -1 });
schema.pre([...changingQueries], () => {
  throw new Error("the audit log is only ever added to");
});

export const AuditModel = mongoose.model("AuditEntry", schema, "audit");

/** How far the chain of a day has come: a tail that was cut off is missed here. */
export interface StoredHead {
  /** The UTC day, "2026-11-24". */
  _id: string;
  count: number;
  /** Of the last entry; empty before the first. */
  hash: string;
}

const headSchema = new Schema<StoredHead>(
  {
    _id: { type: String, required: true },
    count: { type: Number, default: 0 },
    hash: { type: String, default: "" },
  },
  { ...strict, collection: "auditHeads" },
);

export const AuditHeadModel = mongoose.model("AuditHead", headSchema);
