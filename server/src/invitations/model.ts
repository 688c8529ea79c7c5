import type { Role } from "@meridian/shared/people";
import mongoose, { Schema, Types } from "mongoose";
import { strict } from "../database/connect.ts";

export interface StoredInvitation {
  _id: Types.ObjectId;
  tokenHash: string;
  email: string;
  name: string;
  job: string;
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
    name: { type: String, default: "" },
    job: { type: String, default: "" },
    officeId: { type: Schema.Types.ObjectId, required: true },
    role: { type: String, required: true },
    invitedBy: { type: Schema.Types.ObjectId, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { ...strict, collection: "invitations" },
);
schema.index({ tokenHash: 1 }, { unique: true });
// who is invited already, and the list's search
schema.index({ email: 1 });
// MongoDB deletes what has expired
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const InvitationModel = mongoose.model("Invitation", schema);
