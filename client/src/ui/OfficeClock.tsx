import { useTranslation } from "../lib/texts.ts";
import { Link } from "./Link.tsx";
import { classes } from "./classes.ts";
import { hueStyle } from "./hue.ts";
import { Tooltip } from "./Tooltip.tsx";

export interface OfficeClockProps {
  city: string;
  /** The local time as it is shown. */
  time: string;
  /** The same in minutes since midnight: it decides the sky. */
  minutes: number;
  /** The name of the day there, where it isn't the reader's day. */
  day?: string | undefined;
  state: "working" | "before" | "after" | "weekend" | "holiday";
  online: number;
  /** The working hours in minutes since midnight. */
  hours?: { from: number; to: number } | undefined;
  hue: number;
  /** The office's page. */
  to: string;
}

const skies = {
  night: "bg-night text-on-night",
  dawn: "bg-dawn text-on-dawn",
  day: "bg-day text-on-day",
  dusk: "bg-dusk text-on-dusk",
};

/** A convention, not astronomy: dawn 5–8, day 8–18, dusk 18–21. */
export function sky(minutes: number): keyof typeof skies {
  const hour = minutes / 60;
  if (hour < 5 || hour >= 21) return "night";
  if (hour < 8) return "dawn";
  return hour < 18 ? "day" : "dusk";
}

const share = (minutes: number) => `${(minutes / 1440) * 100}%`;

/** One office in the strip: what time it is there, under which sky, and whether anybody works. */
export function OfficeClock({ city, time, minutes, day, state, online, hours, hue, to }: OfficeClockProps) {
  const { t } = useTranslation();
  const words = t(`offices.${state}`);
  const here = online > 0 ? t("offices.online", { count: online }) : t("offices.nobodyOnline");
  return (
    <Tooltip text={`${words} · ${here}`} side="bottom">
      <Link
        to={to}
        style={hueStyle(hue)}
        className={classes(
          "relative flex h-full min-w-30 flex-1 flex-col justify-center overflow-hidden px-3 border-r border-[color-mix(in_oklab,currentColor_14%,transparent)] pb-0.5 -outline-offset-3 focus-visible:outline-current desk:min-w-36",
          skies[sky(minutes)],
        )}
      >
        <span className="flex items-center gap-1.5 text-xs leading-4 font-semibold">
          <span
            aria-hidden
            className={classes(
              "size-2 shrink-0 rounded-full border-[1.5px] border-current",
              state === "working" && "bg-current",
            )}
          />
          <span className="truncate">{city}</span>
        </span>
        <span className="flex items-baseline gap-1.5 text-xs leading-5 whitespace-nowrap">
          <span className="text-[0.9375rem] font-bold tabular-nums">{time}</span>
          {day && <span>{day}</span>}
          <span className="sr-only min-w-0 desk:not-sr-only">
            <span className="block truncate">{words}</span>
          </span>
          <span className="sr-only">{here}</span>
        </span>
        <span aria-hidden className="absolute inset-x-0 bottom-0 h-[3px]">
          {hours && (
            <span
              className="absolute inset-y-0 bg-current opacity-35"
              style={{ left: share(hours.from), width: share(hours.to - hours.from) }}
            />
          )}
          <span
            className="absolute -top-1 bottom-0 w-[3px] -translate-x-1/2 rounded-t-full bg-brass"
            style={{ left: share(minutes) }}
          />
        </span>
      </Link>
    </Tooltip>
  );
}
