import type { Office } from "@meridian/shared/offices";
import { type OfficeState, officeState } from "@meridian/shared/time";
import { Hash, Users } from "lucide-react";
import { useChannels } from "../channels/queries.ts";
import { useMe } from "../lib/access.ts";
import { useLocale } from "../lib/language.ts";
import { useNow } from "../lib/now.ts";
import { t, useTranslation } from "../lib/texts.ts";
import { localDate, localMinutes, localTime } from "../lib/time.ts";
import { SharedHours } from "../people/SharedHours.tsx";
import { buttonClasses } from "../ui/Button.tsx";
import { Link } from "../ui/Link.tsx";
import { classes } from "../ui/classes.ts";
import { sky } from "../ui/OfficeClock.tsx";
import { shownHours, shownTime } from "./hours.ts";
import { WhoIsOnline } from "./WhoIsOnline.tsx";

const skies = {
  night: "bg-night text-on-night",
  dawn: "bg-dawn text-on-dawn",
  day: "bg-day text-on-day",
  dusk: "bg-dusk text-on-dusk",
};

/** The office itself, above its posts: its sky, its clock, its hours, who is there. */
export function OfficeHead({ office }: { office: Office }) {
  const { t } = useTranslation();
  const me = useMe();
  const now = useNow();
  const locale = useLocale();
  const channel = useChannels().channels.find((one) => one.id === office.channelId);
  const state = officeState(office, new Date(now));
  const people = `/people?${new URLSearchParams({ officeId: office.id }).toString()}`;
  return (
    <section aria-label={office.city} className="border-b border-line">
      <div className={classes("px-4 py-5", skies[sky(localMinutes(office.zone, now))])}>
        <p className="text-5xl leading-none font-bold tabular-nums">{localTime(office.zone, now, locale)}</p>
        <p className="mt-2 text-sm">{localDate(office.zone, now, locale)}</p>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 text-sm font-semibold">
          <span
            aria-hidden
            className={classes(
              "size-2.5 rounded-full border-2 border-current",
              state === "working" && "bg-current",
            )}
          />
          {t(`offices.${state}`)}
          <span className="font-normal">{nextChange(office, state, locale)}</span>
        </p>
      </div>
      <div className="space-y-3 px-4 py-4">
        <p className="text-sm text-soft">
          {t("firstRun.workingHours")}: {t("offices.hours", shownHours(office.workingHours, locale))} (
          {office.zone})
          {office.id !== me.officeId && (
            <span className="block">
              <SharedHours person={{ officeId: office.id, zone: office.zone }} />
            </span>
          )}
        </p>
        <WhoIsOnline office={office} />
        <div className="flex flex-wrap gap-2">
          <Link to={people} className={buttonClasses("quiet", "small")}>
            <Users size={14} aria-hidden />
            {t("offices.allPeople", { city: office.city })}
          </Link>
          {channel && (
            <Link to={`/channels/${channel.slug}`} className={buttonClasses("quiet", "small")}>
              <Hash size={14} aria-hidden />
              {t("offices.channel")}
            </Link>
          )}
        </div>
      </div>
    </section>
  );
}

/** When work begins or ends today, where it does. */
function nextChange({ workingHours }: Office, state: OfficeState, locale: string): string {
  if (state === "working") return t("offices.closesAt", { time: shownTime(workingHours.to, locale) });
  return state === "before" ? t("offices.opensAt", { time: shownTime(workingHours.from, locale) }) : "";
}
