import mongoose, { Schema, Types } from "mongoose";
import { strict } from "../database/connect.ts";

export interface StoredChannel {
  _id: Types.ObjectId;
  rev: number;
  slug: string;
  name: string;
  about: string;
  kind: "office" | "topic" | "announcements";
  private: boolean;
  officeId: Types.ObjectId | null;
  archived: boolean;
  createdBy: Types.ObjectId | null;
  /** Who keeps it in order besides. */
  ownerIds: Types.ObjectId[];
  createdAt: Date;
}

/** The slug of the channel that everybody follows from their first day on. It stays when the channel gets another name. */
export const everyone = "everyone";

const channelSchema = new Schema<StoredChannel>(
  {
    rev: { type: Number, default: 1 },
    slug: { type: String, required: true },
    name: { type: String, required: true },
    about: { type: String, default: "" },
    kind: { type: String, required: true },
    private: { type: Boolean, required: true },
    officeId: { type: Schema.Types.ObjectId, default: null },
    archived: { type: Boolean, default: false },
    createdBy: { type: Schema.Types.ObjectId, default: null },
    ownerIds: [Schema.Types.ObjectId],
    createdAt: { type: Date, required: true },
  },
  { ...strict, collection: "channels" },
);
channelSchema.index({ slug: 1 }, { unique: true });
// every open channel, for those who may see it
channelSchema.index({ private: 1 });

export const ChannelModel = mongoose.model("Channel", channelSchema);

/** One person in one channel. In a private channel it is what lets them in. */
export interface StoredMembership {
  _id: Types.ObjectId;
  rev: number;
  channelId: Types.ObjectId;
  personId: Types.ObjectId;
  private: boolean;
  /** False once somebody has left an open channel: how far they had read is kept. */
  following: boolean;
  muted: boolean;
  lastReadAt: Date;
}

const membershipSchema = new Schema<StoredMembership>(
  {
    rev: { type: Number, default: 1 },
    channelId: { type: Schema.Types.ObjectId, required: true },
    personId: { type: Schema.Types.ObjectId, required: true },
    private: { type: Boolean, required: true },
    following: { type: Boolean, required: true },
    muted: { type: Boolean, default: false },
    lastReadAt: { type: Date, required: true },
  },
  { ...strict, collection: "memberships" },
);
// what somebody follows, and their place in one channel
membershipSchema.index({ personId: 1, channelId: 1 }, { unique: true });
// who is in a channel
membershipSchema.index({ channelId: 1, following: 1 });

export const MembershipModel = mongoose.model("Membership", membershipSchema);
