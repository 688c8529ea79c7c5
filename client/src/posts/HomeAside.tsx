import { officeState } from "@meridian/shared/time";
import { useQuery } from "@tanstack/react-query";
import { Aside } from "../app/Aside.tsx";
import { useLocale } from "../lib/language.ts";
import { useNow } from "../lib/now.ts";
import { useTranslation } from "../lib/texts.ts";
import { localTime } from "../lib/time.ts";
import { westToEast } from "../offices/order.ts";
import { useOffices } from "../offices/queries.ts";
import { presenceQuery } from "../people/queries.ts";
import { Link } from "../ui/Link.tsx";
import { hashtagsQuery } from "./queries.ts";

/** Beside Home: who is awake where, and what is talked about. Both are found elsewhere too. */
export function HomeAside() {
  const { t } = useTranslation();
  return (
    <Aside>
      <section aria-labelledby="aside-offices" className="px-5 pt-5">
        <h2 id="aside-offices" className="text-base font-bold">
          {t("offices.title")}
        </h2>
        <Offices />
      </section>
      <Hashtags />
    </Aside>
  );
}

function Offices() {
  const { t } = useTranslation();
  const now = useNow();
  const locale = useLocale();
  const offices = westToEast(useOffices(), now);
  const presence = useQuery(presenceQuery).data?.offices ?? [];
  return (
    <ul className="mt-2 space-y-0.5">
      {offices.map((office) => {
        const online = presence.find((one) => one.officeId === office.id)?.online.length ?? 0;
        const state = officeState(office, new Date(now));
        return (
          <li key={office.id}>
            <Link
              to={`/offices/${office.slug}`}
              className="-mx-2 flex min-h-8 items-baseline gap-2 rounded-md px-2 py-1 text-sm hover:bg-sunken"
            >
              <span className="min-w-0 flex-1 truncate font-medium">{office.city}</span>
              <span className="text-soft">
                {online > 0 ? t("offices.online", { count: online }) : t(`offices.${state}`)}
              </span>
              <span className="font-semibold tabular-nums">{localTime(office.zone, now, locale)}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function Hashtags() {
  const { t } = useTranslation();
  const tags = useQuery(hashtagsQuery("")).data?.tags.slice(0, 12) ?? [];
  if (tags.length === 0) return null;
  return (
    <section aria-labelledby="aside-tags" className="px-5 pt-6">
      <h2 id="aside-tags" className="text-base font-bold">
        {t("streams.hashtags")}
      </h2>
      <ul className="mt-2 flex flex-wrap gap-1.5">
        {tags.map(({ tag }) => (
          <li key={tag}>
            <Link
              to={`/hashtags/${encodeURIComponent(tag)}`}
              className="inline-flex min-h-7 items-center rounded-full bg-sunken px-2.5 text-sm text-soft hover:text-ink"
            >
              #{tag}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
