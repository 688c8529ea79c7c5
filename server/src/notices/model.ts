import type { Notice } from "@meridian/shared/notices";
import mongoose, { Schema, Types } from "mongoose";
import { strict } from "../database/connect.ts";

export interface StoredNotice {
  _id: Types.ObjectId;
  personId: Types.ObjectId;
  kind: Notice["kind"];
  at: Date;
  readAt: Date | null;
  caseId: Types.ObjectId | null;
  reportId: Types.ObjectId | null;
  postId: Types.ObjectId | null;
  ruleId: Types.ObjectId | null;
  reason: string | null;
  actions: Notice["actions"];
  until: Date | null;
  outcome: Notice["outcome"];
}

const id = { type: Schema.Types.ObjectId, default: null };
const schema = new Schema<StoredNotice>(
  {
    personId: { type: Schema.Types.ObjectId, required: true },
    kind: { type: String, required: true },
    at: { type: Date, required: true },
    readAt: { type: Date, default: null },
    caseId: id,
    reportId: id,
    postId: id,
    ruleId: id,
    reason: { type: String, default: null },
    actions: [String],
    until: { type: Date, default: null },
    outcome: { type: String, default: null },
  },
  { ...strict, collection: "notices" },
);
// somebody's notices, newest first
schema.index({ personId: 1, at: -1, _id: -1 });
// how many of them are not read
schema.index({ personId: 1, readAt: 1 });

export const NoticeModel = mongoose.model("Notice", schema);

export const presentNotice = (stored: StoredNotice): Notice => ({
  id: String(stored._id),
  kind: stored.kind,
  at: stored.at.toISOString(),
  readAt: stored.readAt?.toISOString() ?? null,
  caseId: stored.caseId && String(stored.caseId),
  reportId: stored.reportId && String(stored.reportId),
  postId: stored.postId && String(stored.postId),
  ruleId: stored.ruleId && String(stored.ruleId),
  reason: stored.reason,
  actions: stored.actions,
  until: stored.until?.toISOString() ?? null,
  outcome: stored.outcome,
});
