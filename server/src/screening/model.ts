import type { ScreenAction } from "@meridian/shared/screening";
import mongoose, { Schema, Types } from "mongoose";
import { strict } from "../database/connect.ts";

export interface StoredScreen {
  _id: Types.ObjectId;
  rev: number;
  name: string;
  kind: "words" | "pattern";
  words: string[];
  pattern: string;
  action: ScreenAction;
  ruleId: Types.ObjectId | null;
  active: boolean;
  createdBy: Types.ObjectId;
  createdAt: Date;
}

const schema = new Schema<StoredScreen>(
  {
    rev: { type: Number, default: 1 },
    name: { type: String, required: true },
    kind: { type: String, required: true },
    words: [String],
    pattern: { type: String, default: "" },
    action: { type: String, required: true },
    ruleId: { type: Schema.Types.ObjectId, default: null },
    active: { type: Boolean, default: true },
    createdBy: { type: Schema.Types.ObjectId, required: true },
    createdAt: { type: Date, required: true },
  },
  { ...strict, collection: "screens" },
);

export const ScreenModel = mongoose.model("Screen", schema);
