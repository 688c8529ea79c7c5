import type { StoredCase } from "../cases/model.ts";
import { rooms } from "../live/rooms.ts";
import type { Announce } from "../live/steps.ts";
import { presentRow } from "./present.ts";

/** Moderators and auditors hear how a case stands now; whom it is about hears nothing here, an admin neither. */
export const announceCase: Announce<StoredCase> = async ({ id, record, touched }) => {
  if (!record || (touched.size > 0 && !touched.has("rev"))) return [];
  const lead = record.careOf ? [rooms.leads(String(record.careOf))] : [];
  return [
    {
      step: "tell",
      type: "case:changed",
      data: await presentRow(record),
      subject: `case:${id}`,
      to: [rooms.admins, rooms.auditors, ...lead],
      except: [rooms.person(String(record.authorId))],
    },
  ];
};
