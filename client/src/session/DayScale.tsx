import { useLocale } from "../lib/language.ts";
import { useNow } from "../lib/now.ts";
import { browserZone, localMinutes, localTime } from "../lib/time.ts";
import { classes } from "../ui/classes.ts";
import { sky } from "../ui/OfficeClock.tsx";

const skies = { night: "bg-night", dawn: "bg-dawn", day: "bg-day", dusk: "bg-dusk" };
const hours = Array.from({ length: 24 }, (_, hour) => hour);
const share = (minutes: number) => `${(minutes / 1440) * 100}%`;

/**
 * The day as the scale at the edge of a sea chart, an hour each, with brass where the reader stands in it.
 * It lies across a phone and stands upright beside the form on a desk.
 */
export function DayScale() {
  const now = useNow();
  const locale = useLocale();
  const zone = browserZone();
  const minutes = localMinutes(zone, now);
  return (
    <div
      aria-hidden
      style={{ "--now": share(minutes) } as React.CSSProperties}
      className="relative flex h-3.5 border-y border-edge desk:h-auto desk:w-4 desk:flex-col desk:border-x desk:border-y-0"
    >
      {hours.map((hour) => (
        <span
          key={hour}
          className={classes(
            "flex-1 border-edge not-first:border-l desk:not-first:border-t desk:not-first:border-l-0",
            skies[sky(hour * 60)],
          )}
        />
      ))}
      {[6, 12, 18].map((hour) => (
        <span
          key={hour}
          style={{ "--at": share(hour * 60) } as React.CSSProperties}
          className="absolute top-5 left-(--at) -translate-x-1/2 text-xs text-soft tabular-nums desk:top-(--at) desk:left-6 desk:translate-x-0 desk:-translate-y-1/2"
        >
          {localTime("UTC", hour * 3_600_000, locale)}
        </span>
      ))}
      <span className="absolute -inset-y-1.5 left-(--now) w-1 -translate-x-1/2 rounded-full bg-brass shadow-[0_0_0_2px_var(--color-surface)] desk:inset-x-[-0.375rem] desk:top-(--now) desk:bottom-auto desk:left-[-0.375rem] desk:h-1 desk:w-auto desk:translate-x-0 desk:-translate-y-1/2" />
      <span className="absolute bottom-5 left-[clamp(1.75rem,var(--now),calc(100%-1.75rem))] -translate-x-1/2 text-sm font-bold whitespace-nowrap tabular-nums desk:top-[clamp(1rem,var(--now),calc(100%-1rem))] desk:right-8 desk:bottom-auto desk:left-auto desk:translate-x-0 desk:-translate-y-1/2 desk:text-base">
        {localTime(zone, now, locale)}
      </span>
    </div>
  );
}
