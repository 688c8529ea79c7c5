import { useLocale } from "../lib/language.ts";
import { useNow } from "../lib/now.ts";
import { bothTimes, localDate, relativeTime } from "../lib/time.ts";
import { Link } from "./Link.tsx";
import { Tooltip } from "./Tooltip.tsx";

export interface TimeAgoProps {
  at: string;
  myZone: string;
  theirZone: string;
  theirCity: string;
  /** Where it leads: mostly the post itself, which says the exact time. */
  to: string;
}

/** "3 hr ago"; on hover and focus the date and the time for the reader and for the author. */
export function TimeAgo({ at, myZone, theirZone, theirCity, to }: TimeAgoProps) {
  const locale = useLocale();
  const now = useNow();
  return (
    <Tooltip
      text={
        <>
          <span className="block">{localDate(myZone, at, locale)}</span>
          <span className="block font-semibold">{bothTimes(at, myZone, theirZone, theirCity, locale)}</span>
        </>
      }
    >
      <Link to={to} className="-my-0.5 inline-block py-0.5 whitespace-nowrap text-soft hover:underline">
        <time dateTime={at} suppressHydrationWarning>
          {relativeTime(at, now, locale, myZone)}
        </time>
      </Link>
    </Tooltip>
  );
}
