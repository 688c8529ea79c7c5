import type { Types } from "mongoose";
import { OfficeModel } from "./model.ts";

const zones = new Map<string, string>();

/** The change stream says when an office has moved to another zone. */
export const forgetZone = (id: string) => void zones.delete(id);

/** The IANA zone of an office, remembered: it stands beside every person. */
export async function officeZone(id: Types.ObjectId): Promise<string> {
  const known = zones.get(String(id));
  if (known) return known;
  const office = await OfficeModel.findById(id).select("zone").lean();
  const zone = office?.zone ?? "UTC";
  if (office) zones.set(String(id), zone);
  return zone;
}
