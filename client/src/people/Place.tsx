import { officeState } from "@meridian/shared/time";
import { useLocale } from "../lib/language.ts";
import { useNow } from "../lib/now.ts";
import { useTranslation } from "../lib/texts.ts";
import { localTime } from "../lib/time.ts";
import { useOffices } from "../offices/queries.ts";
import { officeHue, westToEast } from "../offices/order.ts";
import { Link } from "../ui/Link.tsx";
import { classes } from "../ui/classes.ts";
import { hueStyle } from "../ui/hue.ts";

/** Where somebody is, what time it is there, and whether their office is at work. */
export function Place({ person }: { person: { officeId: string; zone: string } }) {
  const { t } = useTranslation();
  const now = useNow();
  const locale = useLocale();
  const offices = westToEast(useOffices(), now);
  const office = offices.find((one) => one.id === person.officeId);
  if (!office) return null;
  const state = officeState({ ...office, zone: person.zone }, new Date(now));
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5 text-sm text-soft">
      <Link
        to={`/offices/${office.slug}`}
        style={hueStyle(officeHue(offices, office.id))}
        className="font-semibold hue-ink hover:underline"
      >
        {office.city}
      </Link>
      <span className="tabular-nums">
        {t("people.localTime", { time: localTime(person.zone, now, locale) })}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden>·</span>
        <span
          aria-hidden
          className={classes(
            "size-2 rounded-full border-[1.5px] border-good",
            state === "working" && "bg-good",
          )}
        />
        {t(`offices.${state}`)}
      </span>
    </span>
  );
}
