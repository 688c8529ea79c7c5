import type { DeskSettings } from "@meridian/shared/desk";
import mongoose, { type ClientSession, Schema } from "mongoose";
import { strict } from "../database/connect.ts";

export type StoredDeskSettings = DeskSettings & { _id: "desk" };

const schema = new Schema<StoredDeskSettings>(
  {
    _id: { type: String, required: true },
    raiseAfterHours: { type: Number, required: true },
    newcomerLinks: { type: String, required: true },
    newcomerDays: { type: Number, required: true },
  },
  { ...strict, collection: "deskSettings" },
);

export const DeskSettingsModel = mongoose.model("DeskSettings", schema);

/** What holds until an admin says otherwise. */
const defaults: DeskSettings = { raiseAfterHours: 4, newcomerLinks: "off", newcomerDays: 14 };

export async function deskSettings(session: ClientSession | null = null): Promise<DeskSettings> {
  const stored = await DeskSettingsModel.findById("desk").session(session).lean<StoredDeskSettings>();
  if (!stored) return { ...defaults };
  const { raiseAfterHours, newcomerLinks, newcomerDays } = stored;
  return { raiseAfterHours, newcomerLinks, newcomerDays };
}
