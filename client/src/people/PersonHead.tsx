import type { Person } from "@meridian/shared/people";
import { useMe } from "../lib/access.ts";
import { useLocale } from "../lib/language.ts";
import { useTranslation } from "../lib/texts.ts";
import { localDate } from "../lib/time.ts";
import { PersonAvatar } from "./PersonAvatar.tsx";
import { Place } from "./Place.tsx";
import { RoleBadges } from "./RoleBadges.tsx";
import { SharedHours } from "./SharedHours.tsx";
import { Skills } from "./Skills.tsx";
import { useOnline } from "./useOnline.ts";

/** Who somebody is, above their posts. */
export function PersonHead({ person }: { person: Person }) {
  const { t } = useTranslation();
  const me = useMe();
  const locale = useLocale();
  const online = useOnline().has(person.id);
  const own = person.id === me.id;
  return (
    <section aria-label={t("people.profile")} className="border-b border-line px-4 py-5">
      <div className="flex items-start gap-4">
        <PersonAvatar person={person} size="huge" online={online} />
        <div className="min-w-0 flex-1 space-y-1">
          <h2 className="text-2xl leading-tight font-bold [overflow-wrap:anywhere]">{person.name}</h2>
          <p className="text-sm text-soft">
            @{person.handle} · {t(online ? "people.online" : "people.offline")}
          </p>
          {person.job && <p>{person.job}</p>}
          <div className="flex flex-wrap gap-1.5 empty:hidden">
            <RoleBadges person={person} />
          </div>
        </div>
      </div>
      <div className="mt-4 space-y-2">
        <Place person={person} />
        {!own && (
          <p className="text-sm text-soft">
            <SharedHours person={person} />
          </p>
        )}
        {person.about && <p className="whitespace-pre-line [overflow-wrap:anywhere]">{person.about}</p>}
        <Skills skills={person.skills} />
        {person.suspended && <Suspension suspended={person.suspended} />}
        <p className="text-sm text-soft">
          {t("people.since", { date: localDate(me.zone, person.joinedAt, locale) })}
        </p>
      </div>
    </section>
  );
}

function Suspension({ suspended: { until } }: { suspended: NonNullable<Person["suspended"]> }) {
  const { t } = useTranslation();
  const { zone } = useMe();
  const locale = useLocale();
  return (
    <p className="rounded-md bg-danger-wash px-3 py-2 text-sm">
      <strong className="font-semibold">
        {until
          ? t("people.suspendedUntil", { date: localDate(zone, until, locale) })
          : t("people.suspendedForGood")}
      </strong>
    </p>
  );
}
