import { localTime } from "../lib/time.ts";

/** A wall time as the locale writes it: "18:00", "6:00 PM". */
export const shownTime = (time: string, locale: string): string =>
  localTime("UTC", `2026-01-05T${time}:00Z`, locale);

/** Both ends of an office's working hours, as the locale writes them. */
export const shownHours = (hours: { from: string; to: string }, locale: string) => ({
  from: shownTime(hours.from, locale),
  to: shownTime(hours.to, locale),
});
