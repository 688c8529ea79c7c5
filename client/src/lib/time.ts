/**
 * Times as people write them. A browser may write one a little differently than the server that has drawn it: where it stands
 * in an element of its own, `suppressHydrationWarning` leaves it as it is until it changes.
 */
import { wallClock } from "@meridian/shared/time";
import { t } from "./texts.ts";

export type Moment = Date | string | number;

const formats = new Map<string, Intl.DateTimeFormat>();
/** A browser needs a few; the server draws for readers everywhere. */
const mostFormats = 500;

/** Making a format costs much more than using one: each is made once. */
function formatted(at: Date, locale: string, zone: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    if (formats.size >= mostFormats) formats.clear();
    format = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
    formats.set(key, format);
  }
  return format.format(at);
}

/** The browser's own zone. */
export const browserZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "14:02", or "2:02 PM" where the locale says so. */
export const localTime = (zone: string, at: Moment, locale: string): string =>
  formatted(new Date(at), locale, zone, { hour: "2-digit", minute: "2-digit" });

/** "Tue" */
export const localDay = (zone: string, at: Moment, locale: string): string =>
  formatted(new Date(at), locale, zone, { weekday: "short" });

/** "Tuesday, 24 November 2026" */
export const localDate = (zone: string, at: Moment, locale: string): string =>
  formatted(new Date(at), locale, zone, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** Minutes since midnight on the wall of a zone, 0–1439. */
export function localMinutes(zone: string, at: Moment): number {
  const [hours = "0", minutes = "0"] = wallClock(zone, new Date(at)).time.split(":");
  return Number(hours) * 60 + Number(minutes);
}

/** How many calendar days the day of `at` lies after the day of `from`, both in one zone. */
export function daysApart(at: Moment, from: Moment, zone: string): number {
  const day = (moment: Moment) => Date.parse(wallClock(zone, new Date(moment)).date);
  return Math.round((day(at) - day(from)) / 86_400_000);
}

/** How many calendar days a zone's today lies after (1) or before (-1) another zone's today; mostly 0. */
export function dayShift(zone: string, other: string, now: Moment): number {
  const day = (name: string) => Date.parse(wallClock(name, new Date(now)).date);
  return Math.round((day(zone) - day(other)) / 86_400_000);
}

const relative = new Map<string, Intl.RelativeTimeFormat>();

/** "now", "5 min ago", "3 hr ago", "yesterday", "4 days ago"; after a week the date, with the year if it is another. */
export function relativeTime(at: Moment, now: Moment, locale: string, zone: string): string {
  let format = relative.get(locale);
  if (!format) {
    if (relative.size >= mostFormats) relative.clear();
    format = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
    relative.set(locale, format);
  }
  const then = new Date(at);
  // A clock that is a little fast must not show posts from the future.
  const seconds = Math.max(0, (new Date(now).getTime() - then.getTime()) / 1000);
  const days = daysApart(now, then, zone);
  if (seconds < 60) return format.format(0, "second");
  if (seconds < 3600) return format.format(-Math.floor(seconds / 60), "minute");
  if (days <= 0 || seconds < 6 * 3600) return format.format(-Math.floor(seconds / 3600), "hour");
  if (days < 7) return format.format(-days, "day");
  const year = (moment: Moment) => wallClock(zone, new Date(moment)).date.slice(0, 4);
  return formatted(then, locale, zone, {
    day: "numeric",
    month: "short",
    ...(year(then) === year(now) ? {} : { year: "numeric" }),
  });
}

/** "14:02 for you, 23:02 in Sydney"; both days are named when they differ. */
export function bothTimes(
  at: Moment,
  myZone: string,
  theirZone: string,
  theirCity: string,
  locale: string,
): string {
  const mine = localTime(myZone, at, locale);
  const theirs = localTime(theirZone, at, locale);
  const city = theirCity;
  if (dayShift(theirZone, myZone, at) !== 0) {
    const [myDay, theirDay] = [localDay(myZone, at, locale), localDay(theirZone, at, locale)];
    return t("times.bothDays", { myDay, mine, theirDay, theirs, city });
  }
  return mine === theirs ? t("times.same", { mine, city }) : t("times.both", { mine, theirs, city });
}
