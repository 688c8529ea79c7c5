import type { WorkingHours } from "@meridian/shared/offices";
import mongoose, { Schema, Types } from "mongoose";
import { strict } from "../database/connect.ts";

export interface StoredOffice {
  _id: Types.ObjectId;
  rev: number;
  slug: string;
  city: string;
  zone: string;
  workingHours: WorkingHours;
  holidays: string[];
  channelId: Types.ObjectId;
}

const schema = new Schema<StoredOffice>(
  {
    rev: { type: Number, default: 1 },
    slug: { type: String, required: true },
    city: { type: String, required: true },
    zone: { type: String, required: true },
    workingHours: {
      type: new Schema({ days: [Number], from: String, to: String }, { _id: false }),
      required: true,
    },
    holidays: [String],
    channelId: { type: Schema.Types.ObjectId, required: true },
  },
  { ...strict, collection: "offices" },
);
schema.index({ slug: 1 }, { unique: true });

export const OfficeModel = mongoose.model("Office", schema);
