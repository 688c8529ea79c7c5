import type { NewOffice } from "@meridian/shared/offices";
import { officeState, wallClock } from "@meridian/shared/time";
import type { Random } from "./random.ts";

const minute = 60_000;
const day = 86_400_000;

interface Shift {
  from: number;
  to: number;
}

/** When one office works, day by day, as moments. */
export class OfficeHours {
  readonly #shifts: Shift[] = [];

  constructor(office: NewOffice, since: number, until: number) {
    const [from, to] = [minutesOf(office.workingHours.from), minutesOf(office.workingHours.to)];
    for (let midnight = since; midnight < until; midnight += day) {
      const opens = atWall(office.zone, midnight, from);
      if (officeState(office, new Date(opens)) !== "working") continue;
      // clocks change at night, so a working day is as long as its wall times say
      this.#shifts.push({ from: opens, to: opens + (to - from) * minute });
    }
  }

  /** Some moment of the working days that begin from `since` on and before `until`; undefined when it is all holidays. */
  within(since: number, until: number, random: Random): number | undefined {
    const shifts = this.#shifts.filter((shift) => shift.from >= since && shift.from < until);
    return shifts.length === 0 ? undefined : inShift(random.pick(shifts), random);
  }

  /** The moment itself when the office works then, else one early in its next working day. */
  notBefore(moment: number, random: Random): number {
    const shift = this.#shifts.find(({ to }) => to - minute > moment);
    if (!shift) return Number.POSITIVE_INFINITY;
    return moment >= shift.from ? moment : shift.from + random.int(1, 75) * minute + random.int(0, 59_000);
  }

  /** The last moment up to `moment` in which the office worked. */
  lastBefore(moment: number): number {
    const shift = this.#shifts.findLast(({ from }) => from <= moment);
    return shift ? Math.min(moment, shift.to) : moment;
  }
}

/** More is written in the morning and after lunch than around it. */
function inShift({ from, to }: Shift, random: Random): number {
  const share = random.chance(0.5) ? random.next() * 0.38 : 0.45 + random.next() * 0.54;
  return Math.floor(from + share * (to - from));
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** When a zone's clocks show `minutes` past midnight on the date that `utcMidnight` is in UTC. */
function atWall(zone: string, utcMidnight: number, minutes: number): number {
  const wanted = utcMidnight + minutes * minute;
  let moment = wanted;
  // the first guess may fall on the other side of a change of the clocks
  for (let round = 0; round < 2; round += 1) {
    const { date, time } = wallClock(zone, new Date(moment));
    moment += wanted - Date.parse(`${date}T${time}Z`);
  }
  return moment;
}
