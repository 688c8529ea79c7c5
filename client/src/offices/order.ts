import type { Office } from "@meridian/shared/offices";
import { wallClock } from "@meridian/shared/time";
import { officeHue as hueOf } from "../ui/hue.ts";

/** Minutes by which a zone's wall clocks are ahead of UTC. */
function offset(zone: string, now: number): number {
  const { date, time } = wallClock(zone, new Date(now));
  return Math.round((Date.parse(`${date}T${time}:00Z`) - now) / 60_000);
}

/** As the sun meets them last: Vancouver, New York, London, Paris, Sydney. */
export function westToEast(offices: Office[], now: number): Office[] {
  const offsets = new Map(offices.map(({ zone }) => [zone, offset(zone, now)]));
  return offices.toSorted(
    (a, b) => offsets.get(a.zone)! - offsets.get(b.zone)! || a.city.localeCompare(b.city),
  );
}

export const officeHue = (sorted: Office[], id: string): number =>
  hueOf(
    sorted.findIndex((office) => office.id === id),
    sorted.length,
  );
