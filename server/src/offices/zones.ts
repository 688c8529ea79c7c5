import type { Types } from "mongoose";
import { remembered } from "../database/remembered.ts";
import { OfficeModel } from "./model.ts";

const zones = remembered<string>("offices", async (id) => {
  const office = await OfficeModel.findById(id).select("zone").lean();
  return office?.zone ?? null;
});

/** The change stream says when an office has moved to another zone. */
export const forgetZone = zones.forget;

/** The IANA zone of an office, remembered: it stands beside every person. */
export const officeZone = async (id: Types.ObjectId): Promise<string> =>
  (await zones.get(String(id))) ?? "UTC";
