/** Whether this runtime knows an IANA time zone. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

export interface WallClock {
  /** "2026-11-23" */
  date: string;
  /** "09:05" */
  time: string;
  /** ISO weekday, 1 is Monday. */
  weekday: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** What a clock on the wall of a zone shows at a moment. */
export function wallClock(zone: string, at: Date): WallClock {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      weekday: "short",
      hourCycle: "h23",
    });
    formats.set(zone, format);
  }
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    date: `${part["year"]}-${part["month"]}-${part["day"]}`,
    time: `${part["hour"]}:${part["minute"]}`,
    weekday: weekdays.indexOf(part["weekday"] ?? "") + 1,
  };
}

const hourMillis = 3_600_000;

/** When a day ("2026-11-23") begins in a zone: at midnight, or later where clocks are put forward at midnight. */
export function startOfDay(zone: string, date: string): Date {
  // zones lie 14 hours before UTC to 12 behind it
  let [before, within] = [Date.parse(date) - 15 * hourMillis, Date.parse(date) + 12 * hourMillis];
  while (within - before > 60_000) {
    const middle = before + Math.round((within - before) / 120_000) * 60_000;
    if (wallClock(zone, new Date(middle)).date < date) before = middle;
    else within = middle;
  }
  return new Date(within);
}

export type OfficeState = "working" | "before" | "after" | "weekend" | "holiday";

interface OfficeDay {
  zone: string;
  workingHours: { days: number[]; from: string; to: string };
  holidays: string[];
}

/** Where an office is in its day: hours are local wall times, so daylight saving needs no rule here. */
export function officeState(office: OfficeDay, at: Date): OfficeState {
  const clock = wallClock(office.zone, at);
  if (office.holidays.includes(clock.date)) return "holiday";
  if (!office.workingHours.days.includes(clock.weekday)) return "weekend";
  if (clock.time < office.workingHours.from) return "before";
  return clock.time < office.workingHours.to ? "working" : "after";
}

const stepMillis = 15 * 60_000;
const monthMillis = 31 * 86_400_000;

const works = (offices: OfficeDay[], at: number): boolean =>
  offices.some((office) => officeState(office, new Date(at)) === "working");

/**
 * How far back from `at` one has to go until people in one of these offices at least had so many hours of work
 * in between, to a quarter of an hour; a month at most.
 */
export function workedSince(offices: OfficeDay[], at: Date, hours: number): Date {
  let left = hours * 3_600_000;
  let moment = at.getTime();
  const earliest = moment - monthMillis;
  while (left > 0 && moment > earliest) {
    moment -= stepMillis;
    if (works(offices, moment)) left -= stepMillis;
  }
  return new Date(moment);
}

/** When an office's people begin to work next, and if they are at work, when they stop; to a quarter of an hour. */
export function nextChange(office: OfficeDay, at: Date): { working: boolean; at: Date | null } {
  const working = works([office], at.getTime());
  const latest = at.getTime() + monthMillis;
  // offices begin and end on quarters of an hour, wherever their zone lies
  let moment = Math.floor(at.getTime() / stepMillis) * stepMillis;
  do moment += stepMillis;
  while (works([office], moment) === working && moment < latest);
  return { working, at: moment < latest ? new Date(moment) : null };
}
