import type { Office } from "@meridian/shared/offices";
import type { StoredOffice } from "./model.ts";

export const presentOffice = (stored: StoredOffice): Office => ({
  id: String(stored._id),
  rev: stored.rev,
  slug: stored.slug,
  city: stored.city,
  zone: stored.zone,
  workingHours: {
    days: stored.workingHours.days,
    from: stored.workingHours.from,
    to: stored.workingHours.to,
  },
  holidays: stored.holidays,
  channelId: String(stored.channelId),
});
