import type { Role } from "@meridian/shared/people";
import mongoose, { Schema, Types } from "mongoose";
import { strict } from "../database/connect.ts";

export interface StoredInvitation {
  _id: Types.ObjectId;
  tokenHash: string;
  email: string;
  officeId: Types.ObjectId;
  role: Role;
  invitedBy: Types.ObjectId;
  createdAt: Date;
  expiresAt: Date;
}

const schema = new Schema<StoredInvitation>(
  {
    tokenHash: { type: String, required: true },
    email: { type: String, required: true },
    officeId: { type: Schema.Types.ObjectId, required: true },
    role: { type: String, required: true },
    invitedBy: { type: Schema.Types.ObjectId, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { ...strict, collection: "invitations" },
);
schema.index({ tokenHash: 1 }, { unique: true });
// MongoDB deletes what has expired
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const InvitationModel = mongoose.model("Invitation", schema);
