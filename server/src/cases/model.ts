import type { CaseAct, CaseAction } from "@meridian/shared/caseHistory";
import type { CaseRow } from "@meridian/shared/cases";
import type { CaseState, ContentState } from "@meridian/shared/caseStates";
import type { ReportOutcome } from "@meridian/shared/reports";
import mongoose, { Schema, Types } from "mongoose";
import { strict } from "../database/connect.ts";

export interface StoredCaseEvent {
  act: CaseAct;
  by: Types.ObjectId | null;
  at: Date;
  reason: string;
  actions: CaseAction[];
  to: Types.ObjectId | null;
}

export interface StoredDecision {
  by: Types.ObjectId;
  at: Date;
  actions: CaseAction[];
  ruleId: Types.ObjectId | null;
  reason: string;
  until: Date | null;
}

/** How things stood before moderators touched them, so that all of it can be put back; absent: not touched. */
export interface StoredUndo {
  content?: ContentState | null;
  locked?: boolean | null;
  pinnedIn?: Types.ObjectId | null;
  channelIds?: Types.ObjectId[] | null;
}

export interface StoredFlag {
  screenId: Types.ObjectId | null;
  name: string;
  matched: string;
  at: Date;
}

/** One matter that moderators look at: a post or a profile, with all that was said about it. */
export interface StoredCase {
  _id: Types.ObjectId;
  rev: number;
  /** The rev that the last act of a moderator made: who saw less has been overtaken. Reports and notes overtake nobody. */
  actedRev: number;
  state: CaseState;
  outcome: ReportOutcome;
  target: { kind: "post" | "profile"; id: Types.ObjectId };
  /** While nobody has decided it; a target has one such case. */
  pendingKey: string | null;
  threadId: Types.ObjectId | null;
  authorId: Types.ObjectId;
  channelIds: Types.ObjectId[];
  private: boolean;
  officeId: Types.ObjectId;
  careOf: Types.ObjectId | null;
  source: CaseRow["source"];
  reportCount: number;
  ruleIds: Types.ObjectId[];
  reporterIds: Types.ObjectId[];
  flags: StoredFlag[];
  claimedBy: Types.ObjectId | null;
  openedAt: Date;
  firstLookAt: Date | null;
  raisedAt: Date | null;
  decision: StoredDecision | null;
  undo: StoredUndo | null;
  appeal: {
    text: string;
    at: Date;
    outcome: "confirmed" | "overturned" | null;
    reason: string | null;
    judgedBy: Types.ObjectId | null;
  } | null;
  purgeAskedBy: Types.ObjectId | null;
  notes: { _id: Types.ObjectId; by: Types.ObjectId; text: string; at: Date }[];
  history: StoredCaseEvent[];
}

const oid = Schema.Types.ObjectId;
const maybe = { type: oid, default: null };
const part = (fields: Record<string, unknown>) => new Schema(fields, { _id: false });

const schema = new Schema<StoredCase>(
  {
    rev: { type: Number, default: 1 },
    actedRev: { type: Number, default: 0 },
    state: { type: String, default: "open" },
    outcome: { type: String, default: "pending" },
    target: { type: part({ kind: String, id: oid }), required: true },
    pendingKey: { type: String, default: null },
    threadId: maybe,
    authorId: { type: oid, required: true },
    channelIds: [oid],
    private: { type: Boolean, required: true },
    officeId: { type: oid, required: true },
    careOf: maybe,
    source: { type: String, required: true },
    reportCount: { type: Number, default: 0 },
    ruleIds: [oid],
    reporterIds: [oid],
    flags: [part({ screenId: maybe, name: String, matched: String, at: Date })],
    claimedBy: maybe,
    openedAt: { type: Date, required: true },
    firstLookAt: { type: Date, default: null },
    raisedAt: { type: Date, default: null },
    decision: {
      type: part({ by: oid, at: Date, actions: [String], ruleId: maybe, reason: String, until: Date }),
      default: null,
    },
    undo: {
      type: part({
        content: String,
        locked: Boolean,
        pinnedIn: oid,
        channelIds: { type: [oid], default: undefined },
      }),
      default: null,
    },
    appeal: {
      type: part({ text: String, at: Date, outcome: String, reason: String, judgedBy: oid }),
      default: null,
    },
    purgeAskedBy: maybe,
    notes: [new Schema({ by: oid, text: String, at: Date })],
    history: [part({ act: String, by: maybe, at: Date, reason: String, actions: [String], to: maybe })],
  },
  { ...strict, collection: "cases", minimize: false },
);
schema.index(
  { pendingKey: 1 },
  { unique: true, partialFilterExpression: { pendingKey: { $type: "string" } } },
);
// the pending case of a target: by the one above, partial by $type, MongoDB would not find it
schema.index({ pendingKey: 1, openedAt: 1 }, { partialFilterExpression: { pendingKey: { $gt: "" } } });
// the desk: by state and age, whole, of an office's leads, by office, by channel, by who claimed it
schema.index({ state: 1, openedAt: 1, _id: 1 });
// all there ever were, and the figures of the last month
schema.index({ openedAt: 1, _id: 1 });
schema.index({ careOf: 1, state: 1, openedAt: 1, _id: 1 });
schema.index({ officeId: 1, state: 1, openedAt: 1, _id: 1 });
schema.index({ channelIds: 1, state: 1, openedAt: 1, _id: 1 });
schema.index({ claimedBy: 1, state: 1, openedAt: 1, _id: 1 });
// the history of an author, and what was decided about them for their own eyes
schema.index({ authorId: 1, openedAt: -1, _id: -1 });
// how the like was decided lately
schema.index({ ruleIds: 1, "decision.at": -1 });
// what was raised and waits still; what is over and can be closed
schema.index({ raisedAt: 1, state: 1 });
schema.index({ state: 1, "decision.at": 1 });

export const CaseModel = mongoose.model("Case", schema);

/** What somebody said about a target. */
export interface StoredReport {
  _id: Types.ObjectId;
  caseId: Types.ObjectId;
  reporterId: Types.ObjectId;
  target: { kind: "post" | "profile"; id: Types.ObjectId };
  ruleId: Types.ObjectId;
  note: string;
  at: Date;
}

const reportSchema = new Schema<StoredReport>(
  {
    caseId: { type: oid, required: true },
    reporterId: { type: oid, required: true },
    target: { type: part({ kind: String, id: oid }), required: true },
    ruleId: { type: oid, required: true },
    note: { type: String, default: "" },
    at: { type: Date, required: true },
  },
  { ...strict, collection: "reports" },
);
// a case's reports; one of each reporter
reportSchema.index({ caseId: 1, reporterId: 1 }, { unique: true });
// what somebody reported, newest first, and whether they reported this before
reportSchema.index({ reporterId: 1, at: -1, _id: -1 });
reportSchema.index({ reporterId: 1, "target.id": 1, at: -1 });

export const ReportModel = mongoose.model("Report", reportSchema);
