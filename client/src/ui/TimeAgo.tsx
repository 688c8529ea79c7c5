import { useLocale } from "../lib/language.ts";
import { useNow } from "../lib/now.ts";
import { bothTimes, localDate, relativeTime } from "../lib/time.ts";
import { Link } from "./Link.tsx";
import { Tooltip } from "./Tooltip.tsx";

export interface ExactTimeProps {
  at: string;
  myZone: string;
  theirZone: string;
  theirCity: string;
}

/** The date, and the time for the reader and for the author. */
export function ExactTime({ at, myZone, theirZone, theirCity }: ExactTimeProps) {
  const locale = useLocale();
  return (
    <>
      <span className="block">{localDate(myZone, at, locale)}</span>
      <span className="block font-semibold">{bothTimes(at, myZone, theirZone, theirCity, locale)}</span>
    </>
  );
}

export interface TimeAgoProps extends ExactTimeProps {
  /** Where it leads: mostly the post itself, which says the exact time. */
  to: string;
}

/** "3 hr ago"; on hover and focus exactly. */
export function TimeAgo({ to, ...exact }: TimeAgoProps) {
  const { at, myZone } = exact;
  const locale = useLocale();
  const now = useNow();
  return (
    <Tooltip text={<ExactTime {...exact} />}>
      <Link to={to} className="-my-0.5 inline-block py-0.5 whitespace-nowrap text-soft hover:underline">
        <time dateTime={at} suppressHydrationWarning>
          {relativeTime(at, now, locale, myZone)}
        </time>
      </Link>
    </Tooltip>
  );
}
