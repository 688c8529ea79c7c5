import { rooms } from "../live/rooms.ts";
import type { Announce } from "../live/steps.ts";
import type { StoredOffice } from "./model.ts";
import { presentOffice } from "./present.ts";
import { forgetZone } from "./zones.ts";

export const announceOffice: Announce<StoredOffice> = async ({ id, record }) => {
  forgetZone(id);
  if (!record) return [];
  return [
    {
      step: "tell",
      type: "office:changed",
      data: presentOffice(record),
      subject: `office:${id}`,
      to: [rooms.company],
    },
  ];
};
