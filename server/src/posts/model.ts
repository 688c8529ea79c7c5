import type { ContentState } from "@meridian/shared/caseStates";
import type { Block } from "@meridian/shared/text";
import mongoose, { type QueryFilter, Schema, Types } from "mongoose";
import { strict } from "../database/connect.ts";

export interface StoredReaction {
  emoji: string;
  personId: Types.ObjectId;
}

/** `by` is null for a screen. */
export interface StoredHiding {
  by: Types.ObjectId | null;
  reason: string;
  at: Date;
  caseId?: Types.ObjectId | null;
}

/** A post or a reply. */
export interface StoredPost {
  _id: Types.ObjectId;
  rev: number;
  key: string;
  authorId: Types.ObjectId;
  /** The author's office when it was written. */
  officeId: Types.ObjectId;
  channelIds: Types.ObjectId[];
  /** The private channel that it belongs to, if it is in one: who is not a member can't read it. */
  privateTo: Types.ObjectId | null;
  threadId: Types.ObjectId;
  isReply: boolean;
  /** Whether streams show it: not a reply, and not removed without a trace. */
  listed: boolean;
  state: ContentState;
  /** Absent on posts that their authors removed before moderators could. */
  removedBy?: "author" | "moderator" | null;
  body: string;
  text: Block[];
  /** People, and offices with everybody in them. */
  mentions: Types.ObjectId[];
  hashtags: string[];
  createdAt: Date;
  editedAt: Date | null;
  removedAt: Date | null;
  reactions: StoredReaction[];
  replyCount: number;
  lastReplyAt: Date | null;
  repliers: Types.ObjectId[];
  pinnedIn: Types.ObjectId[];
  locked: boolean;
  /** Why moderators, or a screen, took it out of sight. */
  hidden: StoredHiding | null;
}

const schema = new Schema<StoredPost>(
  {
    rev: { type: Number, default: 1 },
    key: { type: String, required: true },
    authorId: { type: Schema.Types.ObjectId, required: true },
    officeId: { type: Schema.Types.ObjectId, required: true },
    channelIds: [Schema.Types.ObjectId],
    privateTo: { type: Schema.Types.ObjectId, default: null },
    threadId: { type: Schema.Types.ObjectId, required: true },
    isReply: { type: Boolean, required: true },
    listed: { type: Boolean, required: true },
    state: { type: String, default: "visible" },
    body: { type: String, required: true },
    text: { type: Schema.Types.Mixed, required: true },
    mentions: [Schema.Types.ObjectId],
    hashtags: [String],
    createdAt: { type: Date, required: true },
    editedAt: { type: Date, default: null },
    removedAt: { type: Date, default: null },
    removedBy: { type: String, default: null },
    reactions: [new Schema({ emoji: String, personId: Schema.Types.ObjectId }, { _id: false })],
    replyCount: { type: Number, default: 0 },
    lastReplyAt: { type: Date, default: null },
    repliers: [Schema.Types.ObjectId],
    pinnedIn: [Schema.Types.ObjectId],
    locked: { type: Boolean, default: false },
    hidden: {
      type: new Schema(
        { by: Schema.Types.ObjectId, reason: String, at: Date, caseId: Schema.Types.ObjectId },
        { _id: false },
      ),
      default: null,
    },
  },
  { ...strict, collection: "posts", minimize: false },
);
// a retry finds the first post
schema.index({ authorId: 1, key: 1 }, { unique: true });
const listed = { partialFilterExpression: { listed: true } };
// a channel, and Home as a merge of channels
schema.index({ channelIds: 1, createdAt: -1, _id: -1 }, listed);
// In the next five what a reader may see comes before the order: as many posts in private channels as there may be, none of
// them is passed over on the way to a page.
// an office
schema.index({ officeId: 1, privateTo: 1, createdAt: -1, _id: -1 }, listed);
// a person
schema.index({ authorId: 1, privateTo: 1, createdAt: -1, _id: -1 }, listed);
// Most posts have no hashtags, mentions or pins: without a condition each would stand in all of these indexes all the same.
const someone = { $gt: new Types.ObjectId("0".repeat(24)) };
// a hashtag, replies too
schema.index(
  { hashtags: 1, privateTo: 1, createdAt: -1, _id: -1 },
  { partialFilterExpression: { hashtags: { $gt: "" } } },
);
// the newest posts with any hashtag
schema.index({ privateTo: 1, createdAt: -1 }, { partialFilterExpression: { hashtags: { $gt: "" } } });
// the mentions of somebody and of their office, replies too
schema.index(
  { mentions: 1, privateTo: 1, createdAt: -1, _id: -1 },
  { partialFilterExpression: { mentions: someone } },
);
// what is pinned in a channel
schema.index({ pinnedIn: 1, createdAt: -1, _id: -1 }, { partialFilterExpression: { pinnedIn: someone } });
// a thread
schema.index({ threadId: 1, createdAt: 1, _id: 1 }, { partialFilterExpression: { isReply: true } });

export const PostModel = mongoose.model("Post", schema);

/** The first post of a thread and all replies, as a condition of a query: the index of threads has replies only. */
export const inThread = (threadId: Types.ObjectId): QueryFilter<StoredPost> => ({
  $or: [{ _id: threadId }, { threadId, isReply: true }],
});

/** What a post said before it was edited, oldest first by `at`. */
export interface StoredVersion {
  _id: Types.ObjectId;
  postId: Types.ObjectId;
  body: string;
  text: Block[];
  at: Date;
}

const versionSchema = new Schema<StoredVersion>(
  {
    postId: { type: Schema.Types.ObjectId, required: true },
    body: { type: String, required: true },
    text: { type: Schema.Types.Mixed, required: true },
    at: { type: Date, required: true },
  },
  { ...strict, collection: "versions", minimize: false },
);
versionSchema.index({ postId: 1, at: 1 });

export const VersionModel = mongoose.model("Version", versionSchema);
