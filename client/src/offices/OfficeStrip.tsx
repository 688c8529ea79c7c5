import { officeState } from "@meridian/shared/time";
import { useQuery } from "@tanstack/react-query";
import { useMe } from "../lib/access.ts";
import { useLocale } from "../lib/language.ts";
import { useNow } from "../lib/now.ts";
import { dayShift, localDay, localMinutes, localTime } from "../lib/time.ts";
import { presenceQuery } from "../people/queries.ts";
import { OfficeClock } from "../ui/OfficeClock.tsx";
import { useOffices } from "./queries.ts";
import { officeHue, westToEast } from "./order.ts";

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Every office's clock, from west to east: who is at work while I am, and who sleeps. */
export function OfficeStrip() {
  const offices = useOffices();
  const { zone } = useMe();
  const now = useNow();
  const locale = useLocale();
  const presence = useQuery(presenceQuery).data?.offices ?? [];
  const sorted = westToEast(offices, now);
  return sorted.map((office) => (
    <OfficeClock
      key={office.id}
      city={office.city}
      time={localTime(office.zone, now, locale)}
      minutes={localMinutes(office.zone, now)}
      day={dayShift(office.zone, zone, now) === 0 ? undefined : localDay(office.zone, now, locale)}
      state={officeState(office, new Date(now))}
      online={presence.find((one) => one.officeId === office.id)?.online.length ?? 0}
      hours={{ from: minutesOf(office.workingHours.from), to: minutesOf(office.workingHours.to) }}
      hue={officeHue(sorted, office.id)}
      to={`/offices/${office.slug}`}
    />
  ));
}
