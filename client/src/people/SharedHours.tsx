import type { Person } from "@meridian/shared/people";
import { useMe } from "../lib/access.ts";
import { useLocale } from "../lib/language.ts";
import { useNow } from "../lib/now.ts";
import { useTranslation } from "../lib/texts.ts";
import { localMinutes, localTime } from "../lib/time.ts";
import { useOffice } from "../offices/queries.ts";
import { midnight, sharedHours } from "./overlap.ts";

/** When the reader and somebody else are both at work today, by the reader's clock. */
export function SharedHours({ person }: { person: Pick<Person, "officeId" | "zone"> }) {
  const { t } = useTranslation();
  const me = useMe();
  const now = useNow();
  const locale = useLocale();
  const mine = useOffice(me.officeId);
  const theirs = useOffice(person.officeId);
  if (!mine || !theirs) return null;
  const start = midnight(localMinutes(me.zone, now), now);
  const shared = sharedHours({ ...mine, zone: me.zone }, { ...theirs, zone: person.zone }, start);
  if (!shared) return t("offices.noOverlap");
  const at = (moment: number) => localTime(me.zone, moment, locale);
  return t("offices.overlap", { from: at(shared.from), to: at(shared.to) });
}
