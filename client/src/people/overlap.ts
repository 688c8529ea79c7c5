import { officeState } from "@meridian/shared/time";

interface Day {
  zone: string;
  workingHours: { days: number[]; from: string; to: string };
  holidays: string[];
}

const quarter = 15 * 60_000;

/** From when to when two offices are both at work within the 24 hours that begin at `start`; null when never. */
export function sharedHours(mine: Day, theirs: Day, start: number): { from: number; to: number } | null {
  const both = (at: number) =>
    officeState(mine, new Date(at)) === "working" && officeState(theirs, new Date(at)) === "working";
  const times = Array.from({ length: 96 }, (_, count) => start + count * quarter);
  const from = times.find(both);
  if (from === undefined) return null;
  const to = times.find((at) => at > from && !both(at)) ?? start + 86_400_000;
  return { from, to };
}

/** The midnight, on the wall of a zone, that lies before a moment; to the quarter of an hour. */
export function midnight(minutesIntoDay: number, now: number): number {
  return Math.floor(now / quarter) * quarter - Math.floor(minutesIntoDay / 15) * quarter;
}
