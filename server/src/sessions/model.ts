import mongoose, { Schema, Types } from "mongoose";
import { strict } from "../database/connect.ts";

/** One sign-in in one browser: a family of refresh tokens, of which only hashes are kept. */
export interface StoredSession {
  _id: Types.ObjectId;
  personId: Types.ObjectId;
  currentHash: string;
  previousHash: string | null;
  rotatedAt: Date;
  userAgent: string;
  createdAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
}

const schema = new Schema<StoredSession>(
  {
    personId: { type: Schema.Types.ObjectId, required: true },
    currentHash: { type: String, required: true },
    previousHash: { type: String, default: null },
    rotatedAt: { type: Date, required: true },
    userAgent: { type: String, default: "" },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    endedAt: { type: Date, default: null },
  },
  { ...strict, collection: "sessions" },
);
// somebody's sessions, to list and to end
schema.index({ personId: 1, rotatedAt: -1 });
// MongoDB deletes what has expired
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const SessionModel = mongoose.model("Session", schema);
